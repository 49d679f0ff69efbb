package io.dtkspark.source.postgres;

import static io.dtkspark.source.jdbc.FailureText.line;

import io.dtkspark.config.Profile;
import io.dtkspark.source.jdbc.FailureText;
import java.sql.SQLException;

/** Says what went wrong on a PostgreSQL server, and what to do where that is known. */
final class PostgresFailures {

  private static final String CONNECTION = "08";

  private PostgresFailures() {}

  static String reason(Profile profile, SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith(CONNECTION)) {
      return "cannot be reached ("
          + FailureText.root(e)
          + "): is it running? Check `host` and `port`";
    }
    String user = "'" + profile.user() + "'";
    return switch (state) {
      case "28P01", "28000" ->
          "the server refuses the user " + user + " (" + line(e) + "): check `user` and `password`";
      case "3D000" -> line(e) + ": check `database`";
      case "42501" -> line(e) + ": grant the user " + user + " what the query needs";
      default -> line(e);
    };
  }
}

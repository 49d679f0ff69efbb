package io.dtkspark.source.postgres;

import io.dtkspark.config.Profile;
import java.sql.SQLException;

/** Says what went wrong on a PostgreSQL server, and what to do where that is known. */
final class PostgresFailures {

  private static final String CONNECTION = "08";

  private PostgresFailures() {}

  static String reason(Profile profile, SQLException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason");
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith(CONNECTION)) {
      return "cannot be reached, or the connection broke ("
          + line
          + "): is it running? check `host` and `port`";
    }
    return switch (state) {
      case "28P01", "28000" ->
          "the server refuses the user '"
              + profile.user()
              + "' ("
              + line
              + "): check `user` and `password`";
      case "3D000" -> line + ": check `database`";
      case "42501" -> line + ": grant the user '" + profile.user() + "' what the query needs";
      default -> line;
    };
  }
}

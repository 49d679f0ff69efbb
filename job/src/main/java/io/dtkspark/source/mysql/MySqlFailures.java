package io.dtkspark.source.mysql;

import static io.dtkspark.source.jdbc.FailureText.line;

import io.dtkspark.config.Profile;
import io.dtkspark.source.jdbc.FailureText;
import java.sql.SQLException;

/** Says what went wrong on a MySQL server, and what to do where that is known. */
final class MySqlFailures {

  private static final String CONNECTION = "08";

  /** Only what the server itself reports has a number. */
  private static final int NOT_FROM_SERVER = 0;

  private MySqlFailures() {}

  static String reason(Profile profile, SQLException e) {
    String user = "'" + profile.user() + "'";
    String state = String.valueOf(e.getSQLState());
    return switch (e.getErrorCode()) {
      case NOT_FROM_SERVER ->
          state.startsWith(CONNECTION)
              ? "cannot be reached ("
                  + FailureText.root(e)
                  + "): is it running? Check `host` and `port`"
              : line(e);
      case 1045, 1698 ->
          "the server refuses the user " + user + " (" + line(e) + "): check `user` and `password`";
      case 1049 -> line(e) + ": check `database`";
      case 1046 -> line(e) + ": set the profile's `database`, or write database.table";
      case 1044, 1142, 1143, 1227, 1370 ->
          line(e) + ": grant the user " + user + " what the query needs";
      default -> line(e);
    };
  }
}

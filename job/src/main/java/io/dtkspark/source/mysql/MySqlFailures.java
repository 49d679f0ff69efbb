package io.dtkspark.source.mysql;

import io.dtkspark.config.Profile;
import java.sql.SQLException;

/** Says what went wrong on a MySQL server, and what to do where that is known. */
final class MySqlFailures {

  private static final String CONNECTION = "08";

  private MySqlFailures() {}

  static String reason(Profile profile, SQLException e) {
    String user = "'" + profile.user() + "'";
    if (String.valueOf(e.getSQLState()).startsWith(CONNECTION)) {
      return "cannot be reached, or the connection broke ("
          + line(root(e))
          + "): is it running? check `host` and `port`";
    }
    return switch (e.getErrorCode()) {
      case 1045, 1698 ->
          "the server refuses the user " + user + " (" + line(e) + "): check `user` and `password`";
      case 1049 -> line(e) + ": check `database`";
      case 1044, 1142, 1143, 1227, 1370 ->
          line(e) + ": grant the user " + user + " what the query needs";
      case 1046 -> line(e) + ": set the profile's `database`, or write database.table";
      default -> line(e);
    };
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String line(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason");
  }
}

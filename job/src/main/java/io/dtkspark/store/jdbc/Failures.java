package io.dtkspark.store.jdbc;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says what failed in a database and what to do, with the driver's words for it. */
final class Failures {

  private final String database;
  private final Dialect dialect;

  /**
   * @param database how messages name it
   */
  Failures(String database, Dialect dialect) {
    this.database = database;
    this.dialect = dialect;
  }

  DtkException of(SQLException e) {
    Optional<Fault> fault = isAboutTls(e) ? Optional.of(Fault.TLS) : dialect.fault(e);
    String what = fault.map(known -> advice(known, e)).orElseGet(() -> line(e));
    return new DtkException(ErrorCode.STORE, database + ": " + what, e);
  }

  private static String advice(Fault fault, SQLException e) {
    return fault == Fault.NO_TABLES ? fault.advice() : fault.advice() + " (" + reason(e) + ")";
  }

  /** Drivers report a broken connection in general words; what broke it is in the cause. */
  private static String reason(SQLException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    boolean more = root != e && root.getMessage() != null && !(root instanceof SQLException);
    return more ? line(e) + ": " + line(root) : line(e);
  }

  private static boolean isAboutTls(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return true;
      }
    }
    return false;
  }

  /** The first line: later ones may show the row that was refused. */
  private static String line(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
  }
}

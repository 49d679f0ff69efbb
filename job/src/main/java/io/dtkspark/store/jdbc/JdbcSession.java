package io.dtkspark.store.jdbc;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * One connection, opened when first needed, and the rules for using it: writes happen in
 * transactions, one at a time under the given lock, and are tried again when the database resolved
 * a conflict against them. Failures become {@link DtkException} STORE naming the database; after
 * one the next use connects anew.
 */
public final class JdbcSession implements AutoCloseable {

  private static final int ATTEMPTS = 8;
  private static final long PAUSE_MILLIS = 20;

  private final String database;
  private final KeptConnection connection;
  private final Failures failures;
  private final Dialect dialect;
  private final Lock writes;
  private final boolean readOnly;

  /**
   * @param database how messages name the database
   * @param writes shared by sessions whose writes would conflict
   * @param readOnly whether the profile forbids writing
   */
  public JdbcSession(
      String database, Connector connector, Dialect dialect, Lock writes, boolean readOnly) {
    this.database = database;
    this.connection = new KeptConnection(connector);
    this.failures = new Failures(database, dialect);
    this.dialect = dialect;
    this.writes = writes;
    this.readOnly = readOnly;
  }

  /** How messages name the database. */
  String database() {
    return database;
  }

  public Dialect dialect() {
    return dialect;
  }

  public synchronized <T> List<T> list(Query query, Statements.RowReader<T> reader) {
    try {
      return new Statements(connection.get()).list(query, reader);
    } catch (SQLException e) {
      connection.giveUp(e);
      throw failure(e);
    }
  }

  /** Runs {@code work} in a transaction: all of it is stored, or nothing. */
  public synchronized <T> T write(Work<T> work) {
    requireWritable();
    writes.lock();
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return transaction(work);
        } catch (SQLException e) {
          if (attempt == ATTEMPTS || !dialect.lostConflict(e)) {
            throw failure(e);
          }
          pause(PAUSE_MILLIS * attempt, e);
        }
      }
    } finally {
      writes.unlock();
    }
  }

  /** Runs the queries in one transaction. */
  public void write(List<Query> queries) {
    write(
        statements -> {
          for (Query query : queries) {
            statements.run(query);
          }
          return queries.size();
        });
  }

  /** Fails unless the profile allows writing. */
  public void requireWritable() {
    if (readOnly) {
      throw new DtkException(
          ErrorCode.STORE,
          database
              + " is open read-only and cannot be written; take `read_only` out of its profile");
    }
  }

  public DtkException failure(SQLException e) {
    return failures.of(e);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private <T> T transaction(Work<T> work) throws SQLException {
    try {
      Connection current = connection.get();
      current.setAutoCommit(false);
      T result = work.run(new Statements(current));
      current.commit();
      current.setAutoCommit(true);
      return result;
    } catch (SQLException | RuntimeException e) {
      connection.giveUp(e);
      throw e;
    }
  }

  private void pause(long millis, SQLException reason) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(reason);
    }
  }

  /** Opens a connection. */
  @FunctionalInterface
  public interface Connector {
    Connection connect() throws SQLException;
  }

  /** What happens in one transaction; run again when the transaction is. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Statements statements) throws SQLException;
  }
}

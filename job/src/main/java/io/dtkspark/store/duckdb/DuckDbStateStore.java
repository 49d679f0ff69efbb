package io.dtkspark.store.duckdb;

import io.dtkspark.config.Profile;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.DuckDbDatabase;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.jdbc.JdbcSession;
import io.dtkspark.store.jdbc.JdbcStateStore;
import java.time.Clock;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Opens state stores in DuckDB files. */
public final class DuckDbStateStore {

  private DuckDbStateStore() {}

  /**
   * Opens the profile's file; stores of one file share one instance of the engine.
   *
   * @param clock time of lock and mirror rows
   */
  public static StateStore open(Profile profile, Clock clock) {
    DuckDbDatabase database = DuckDbDatabase.open(profile, ErrorCode.STORE);
    DuckDbDialect dialect =
        new DuckDbDialect(database.catalog(), profile.internalLocation(), profile.dataLocation());
    // Publications take long and touch other tables, so they do not hold up small writes.
    Lock smallWrites = database.shared(ReentrantLock.class, type -> new ReentrantLock());
    JdbcSession session = session(profile, database, dialect, smallWrites);
    JdbcSession publishing = session(profile, database, dialect, new ReentrantLock());
    return new JdbcStateStore(session, new DuckDbDataPlane(database, dialect, publishing), clock);
  }

  private static JdbcSession session(
      Profile profile, DuckDbDatabase database, DuckDbDialect dialect, Lock writes) {
    return new JdbcSession(
        "state " + profile, database::connect, dialect, writes, database.readOnly());
  }
}

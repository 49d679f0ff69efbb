package io.dtkspark.store.postgres;

import io.dtkspark.config.Profile;
import io.dtkspark.source.postgres.PostgresConnector;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.jdbc.JdbcSession;
import io.dtkspark.store.jdbc.JdbcStateStore;
import io.dtkspark.store.server.ServerDataPlane;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;

/** Opens state stores in PostgreSQL databases. */
public final class PostgresStateStore {

  private PostgresStateStore() {}

  /**
   * A store that connects when it is first used.
   *
   * @param clock time of lock and mirror rows
   */
  public static StateStore open(Profile profile, Clock clock) {
    PostgresConnector connector = new PostgresConnector(profile);
    PostgresDialect dialect =
        new PostgresDialect(profile.internalLocation(), profile.dataLocation());
    JdbcSession session =
        new JdbcSession(
            "state " + profile,
            connector::connect,
            dialect,
            new ReentrantLock(),
            profile.readOnly());
    return new JdbcStateStore(
        session,
        new ServerDataPlane(session, connector::connect, dialect, new CopyPath(), clock),
        clock);
  }
}

package io.dtkspark.store.mysql;

import io.dtkspark.config.Profile;
import io.dtkspark.source.mysql.MySqlConnector;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.jdbc.JdbcSession;
import io.dtkspark.store.jdbc.JdbcStateStore;
import io.dtkspark.store.server.ServerDataPlane;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;

/** Opens state stores in MySQL and MariaDB. */
public final class MySqlStateStore {

  private MySqlStateStore() {}

  /**
   * A store that connects when it is first used.
   *
   * @param clock time of lock and mirror rows
   */
  public static StateStore open(Profile profile, Clock clock) {
    MySqlConnector connector = new MySqlConnector(profile);
    MySqlDialect dialect = new MySqlDialect(profile.internalLocation(), profile.dataLocation());
    JdbcSession session =
        new JdbcSession(
            "state " + profile,
            connector::connect,
            dialect,
            new ReentrantLock(),
            profile.readOnly());
    return new JdbcStateStore(
        session,
        new ServerDataPlane(
            session, connector::connectForLoading, dialect, new LoadDataPath(), clock),
        clock);
  }
}

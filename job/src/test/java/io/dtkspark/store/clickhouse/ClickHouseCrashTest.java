package io.dtkspark.store.clickhouse;

import io.dtkspark.error.DtkException;
import io.dtkspark.store.CrashContract;
import io.dtkspark.store.TestDatabase;
import io.dtkspark.store.server.PrivateServer;
import io.dtkspark.store.server.TestServer;

/** ClickHouse crashes and comes back. */
class ClickHouseCrashTest extends CrashContract {

  private ClickHouseTestDatabase databases;

  @Override
  protected PrivateServer.Kind kind() {
    return PrivateServer.Kind.CLICKHOUSE;
  }

  @Override
  protected TestDatabase createDatabase(TestServer address) {
    databases = ClickHouseTestDatabase.create(address);
    return databases;
  }

  /** It has no triggers: the crash comes as soon as the rows are brought together. */
  @Override
  protected void hold() {}

  /** The connection of the test is as dead as the server was: only the next one lives. */
  @Override
  protected void release() {
    try {
      holds();
    } catch (DtkException e) {
      holds();
    }
  }

  @Override
  protected boolean holds() {
    String sql =
        "SELECT name FROM system.tables WHERE database = "
            + Literals.text(databases.profile().internalLocation())
            + " AND startsWith(name, '_dtk_p_')";
    return !databases.query(sql, row -> row.text()).isEmpty();
  }
}

package io.dtkspark.store.mysql;

import io.dtkspark.store.CrashContract;
import io.dtkspark.store.TestDatabase;
import io.dtkspark.store.server.PrivateServer;
import io.dtkspark.store.server.TestServer;

/** MariaDB crashes and comes back. */
class MySqlCrashTest extends CrashContract {

  private MySqlTestDatabase databases;

  @Override
  protected PrivateServer.Kind kind() {
    return PrivateServer.Kind.MYSQL;
  }

  @Override
  protected TestDatabase createDatabase(TestServer address) {
    databases = MySqlTestDatabase.create(address);
    return databases;
  }

  /** A trigger holds the transaction at its third row. */
  @Override
  protected void hold() {
    databases.run(
        "CREATE TRIGGER "
            + databases.name("hold")
            + " BEFORE INSERT ON "
            + databases.name("_dtk_datapoints")
            + " FOR EACH ROW DO IF(NEW.value = 2, SLEEP(60), 0)");
  }

  @Override
  protected void release() {
    databases.run("DROP TRIGGER " + databases.name("hold"));
  }

  @Override
  protected boolean holds() {
    String sql = "SELECT id FROM information_schema.processlist WHERE state = 'User sleep'";
    return !databases.query(sql, row -> row.getString(1)).isEmpty();
  }
}

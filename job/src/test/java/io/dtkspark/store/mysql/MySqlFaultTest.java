package io.dtkspark.store.mysql;

import io.dtkspark.store.TestDatabase;
import io.dtkspark.store.server.ServerFaultContract;
import io.dtkspark.store.server.ServerTestDatabase;

/** MySQL or MariaDB does not let the store in. */
class MySqlFaultTest extends ServerFaultContract {

  private static final String READER = "dtk_reader_" + ProcessHandle.current().pid();

  private MySqlTestDatabase databases;

  @Override
  protected TestDatabase createDatabase() {
    databases = MySqlTestDatabase.create();
    return databases;
  }

  @Override
  protected ServerTestDatabase server() {
    return databases;
  }

  @Override
  protected String createReader() {
    databases.run("CREATE USER " + READER + " IDENTIFIED BY '" + PASSWORD + "'");
    databases.run("GRANT SELECT ON " + databases.name("").replace(".``", ".*") + " TO " + READER);
    databases.run("GRANT SELECT ON " + databases.profile().database() + ".* TO " + READER);
    return READER;
  }

  @Override
  protected void dropReader() {
    databases.run("DROP USER IF EXISTS " + READER);
  }

  /** The tests of a class run one after the other, so all that sleeps is the store's. */
  @Override
  protected void dropConnections() {
    String sql =
        "SELECT id FROM information_schema.processlist WHERE user = '"
            + databases.profile().user()
            + "' AND id != connection_id() AND command = 'Sleep'";
    databases.query(sql, row -> row.getString(1)).forEach(id -> databases.run("KILL " + id));
  }
}

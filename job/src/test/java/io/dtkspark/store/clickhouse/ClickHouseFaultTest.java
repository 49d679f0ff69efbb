package io.dtkspark.store.clickhouse;

import io.dtkspark.store.FaultContract;
import io.dtkspark.store.TestDatabase;

/** ClickHouse does not let the store in. */
class ClickHouseFaultTest extends FaultContract {

  private ClickHouseTestDatabase databases;

  @Override
  protected TestDatabase createDatabase() {
    databases = ClickHouseTestDatabase.create();
    return databases;
  }

  @Override
  protected void dropColumn(String table, String column) {
    databases.run("ALTER TABLE " + databases.name(table) + " DROP COLUMN " + column);
  }
}

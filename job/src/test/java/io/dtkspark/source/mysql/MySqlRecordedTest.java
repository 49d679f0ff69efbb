package io.dtkspark.source.mysql;

import io.dtkspark.config.Profile;
import io.dtkspark.source.jdbc.RecordedContract;
import io.dtkspark.store.server.TestServer;
import java.sql.Connection;
import java.sql.SQLException;

class MySqlRecordedTest extends RecordedContract {

  @Override
  protected Profile profile() {
    return TestServer.of("DTK_TEST_MYSQL_URL").profile("mysql", "dtk", "dtk");
  }

  @Override
  protected Connection connect() throws SQLException {
    return new MySqlConnector(profile()).connect();
  }
}

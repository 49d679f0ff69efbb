package io.dtkspark.source.postgres;

import io.dtkspark.config.Profile;
import io.dtkspark.source.jdbc.RecordedContract;
import io.dtkspark.store.server.TestServer;
import java.sql.Connection;
import java.sql.SQLException;

class PostgresRecordedTest extends RecordedContract {

  @Override
  protected Profile profile() {
    return TestServer.of("DTK_TEST_POSTGRES_URL").profile("postgres", "dtk", "public");
  }

  @Override
  protected Connection connect() throws SQLException {
    return new PostgresConnector(profile()).connect();
  }
}

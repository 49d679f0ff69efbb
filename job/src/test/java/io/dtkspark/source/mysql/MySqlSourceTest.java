package io.dtkspark.source.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.config.Profile;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.source.MetricSource;
import io.dtkspark.source.MetricSources;
import io.dtkspark.source.jdbc.ServerSourceContract;
import io.dtkspark.store.server.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MySqlSourceTest extends ServerSourceContract {

  @Override
  protected Profile profile() {
    return TestServer.of("DTK_TEST_MYSQL_URL").profile("mysql", "dtk", "dtk");
  }

  @Override
  protected Connection connect() throws SQLException {
    return new MySqlConnector(profile()).connect();
  }

  @Override
  protected List<String> createUser(String name, String password) {
    String user = "'" + name + "'@'127.0.0.1'";
    return List.of(
        "DROP USER IF EXISTS " + user,
        "CREATE USER " + user + " IDENTIFIED BY '" + password + "'",
        "CREATE TABLE IF NOT EXISTS dtk_public (value INTEGER)",
        "GRANT SELECT ON dtk_public TO " + user);
  }

  @Override
  protected String failingLate() {
    return "n + EXP(IF(n = 400000, 1000, -1000))";
  }

  @Test
  void theSessionBeginsWithThePythonDriversInitCommand() {
    Profile profile = profile();
    Profile inKathmandu =
        new Profile(
            profile.name(),
            "mariadb",
            profile.host(),
            profile.port(),
            profile.user(),
            profile.password(),
            profile.database(),
            null,
            false,
            profile.internalLocation(),
            profile.dataLocation(),
            Map.of("init_command", "SET time_zone = '+05:45'"));
    List<Long> rows = new ArrayList<>();
    try (MetricSource source = MetricSources.open(inKathmandu)) {
      source.query(
          "SELECT FROM_UNIXTIME(1704067200) AS timestamp, 1 AS value",
          QueryColumns.DEFAULT,
          Long.MAX_VALUE,
          (millis, value, seasonality) -> rows.add(millis));
    }
    assertEquals(List.of(1_704_067_200_000L + 20_700_000L), rows);
  }
}

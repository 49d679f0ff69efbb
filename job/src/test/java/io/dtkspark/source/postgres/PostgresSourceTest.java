package io.dtkspark.source.postgres;

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
import org.junit.jupiter.api.Test;

class PostgresSourceTest extends ServerSourceContract {

  @Override
  protected Profile profile() {
    return TestServer.of("DTK_TEST_POSTGRES_URL").profile("postgres", "dtk", "public");
  }

  @Override
  protected Connection connect() throws SQLException {
    return new PostgresConnector(profile()).connect();
  }

  @Override
  protected List<String> createUser(String name, String password) {
    return List.of(
        "DROP ROLE IF EXISTS " + name,
        "CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
  }

  @Override
  protected String failingLate() {
    return "CASE WHEN n = 400000 THEN 1 / (n - 400000) ELSE n END";
  }

  @Test
  void theSessionIsInUtcUnlessTheQuerySaysOtherwise() {
    String offset = "SELECT 1 AS timestamp, EXTRACT(TIMEZONE FROM now()) AS value";
    assertEquals(List.of(0.0), values(offset));
    assertEquals(List.of(20_700.0), values("SET TIME ZONE 'Asia/Kathmandu'; " + offset));
  }

  @Test
  void momentsAreReadWithWhateverOffsetTheSessionHas() {
    assertEquals(
        List.of("1711852200000 {\"v\":\"2024-03-31T08:15:00.500000+05:45\"}"),
        moment("Asia/Kathmandu", "2024-03-31 02:30:00", "2024-03-31 02:30:00.5"));
    assertEquals(
        List.of("-2524521600000 {\"v\":\"2023-12-31T20:30:00-03:30\"}"),
        moment("America/St_Johns", "1890-01-01 00:00:00", "2024-01-01 00:00:00"));
  }

  private List<String> moment(String zone, String timestamp, String seasonality) {
    List<String> rows = new ArrayList<>();
    try (MetricSource source = MetricSources.open(profile())) {
      source.query(
          "SET TIME ZONE '%s'; SELECT TIMESTAMPTZ '%s+00' AS timestamp, 1 AS value,"
                  .formatted(zone, timestamp)
              + " TIMESTAMPTZ '%s+00' AS v".formatted(seasonality),
          new QueryColumns("timestamp", "value", List.of("v")),
          Long.MAX_VALUE,
          (millis, value, json) -> rows.add(millis + " " + json));
    }
    return rows;
  }

  /** From some time on the driver prepares a statement, and then prefers binary values. */
  @Test
  void valuesAreTheSameHoweverOftenAQueryIsRun() {
    try (MetricSource source = MetricSources.open(profile())) {
      for (int i = 0; i < 12; i++) {
        List<String> rows = new ArrayList<>();
        source.query(
            "SELECT TIMESTAMP '2024-01-01' AS timestamp, 0.1::real AS value, 5 AS v",
            new QueryColumns("timestamp", "value", List.of("v")),
            Long.MAX_VALUE,
            (millis, value, seasonality) -> rows.add(millis + " " + value + " " + seasonality));
        assertEquals(List.of("1704067200000 0.1 {\"v\":5}"), rows);
      }
    }
  }

  private List<Double> values(String sql) {
    List<Double> values = new ArrayList<>();
    try (MetricSource source = MetricSources.open(profile())) {
      source.query(sql, QueryColumns.DEFAULT, 2, (millis, value, seasonality) -> values.add(value));
    }
    return values;
  }
}

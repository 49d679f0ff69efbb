package io.dtkspark.source.clickhouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.MetricSource;
import io.dtkspark.source.MetricSources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClickHouseSourceTest {

  private final MetricSource source = MetricSources.open(ClickHouseTestServer.profile(Map.of()));

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void rowsComeInTheOrderOfTheQueryWithoutThoseTooLate() {
    assertEquals(
        List.of(3.0, 2.0),
        values(
            source,
            QueryColumns.DEFAULT,
            "SELECT fromUnixTimestamp64Milli(toInt64(4 - number), 'UTC') AS timestamp,"
                + " 4 - number AS value FROM numbers(3)",
            4));
  }

  @Test
  void aMillionRowsAreConvertedWhileTheyArrive() {
    double[] sum = {0};
    source.query(
        "SELECT fromUnixTimestamp64Milli(toInt64(number), 'UTC') AS timestamp, number AS value,"
            + " toHour(timestamp) AS hour FROM numbers(1000000)",
        new QueryColumns("timestamp", "value", List.of("hour")),
        Long.MAX_VALUE,
        (millis, value, seasonality) -> {
          assertEquals((double) millis, value);
          sum[0] += value;
        });
    assertEquals(499_999_500_000.0, sum[0]);
  }

  @Test
  void settingsOfTheProfileReachTheServerAndThoseOfThePythonDriverDoNot() {
    Map<String, String> settings =
        Map.of("max_result_rows", "5", "strings_encoding", "utf-8", "socket_timeout", "30000");
    try (MetricSource limited = MetricSources.open(ClickHouseTestServer.profile(settings))) {
      assertFails(limited, "SELECT toDate(0) AS timestamp, number AS value FROM numbers(6)", "396");
    }
  }

  @Test
  void anEmptyResultAndAStatementWithoutOneHaveNoRows() {
    assertEquals(List.of(), values(source, QueryColumns.DEFAULT, "SELECT 1 WHERE 0", 1));
    String statement = "CREATE DATABASE IF NOT EXISTS default";
    assertEquals(List.of(), values(source, QueryColumns.DEFAULT, statement, 1));
  }

  @Test
  void aQueryThatFailsIsReportedWithItsProfile() {
    assertFails(source, "SELECT * FROM nowhere.x", "profile shop", "Database nowhere");
    assertFails(source, "SELECT * FROM nowhere", "nowhere");
    assertFails(source, "SELEC", "SELEC");
    assertFails(
        source,
        "SELECT toDate(0) AS timestamp, throwIf(number = 1000000, 'bad row') AS value"
            + " FROM numbers(2000000)",
        "bad row");
  }

  @Test
  void aMissingColumnIsReportedWithThoseThereAre() {
    assertFails(source, "SELECT 1 AS value, 2 AS time", "'timestamp'", "[value, time]");
    assertFails(source, "SELECT toDate(0) AS timestamp, 2 AS v", "'value'", "[timestamp, v]");
  }

  @Test
  void aTimestampThatIsNoneIsReported() {
    assertFails(source, "SELECT toDate(NULL) AS timestamp, 1 AS value", "'timestamp'", "NULL");
    assertFails(source, "SELECT 'soon' AS timestamp, 1 AS value", "'soon'", "'timestamp'");
    assertFails(source, "SELECT 1.5 AS timestamp, 1 AS value", "'timestamp'", "Float64");
    assertFails(source, "SELECT 253402300800000 AS timestamp, 1 AS value", "253402300800000");
  }

  @Test
  void aWrongPasswordIsReportedWithTheUser() {
    Profile profile = ClickHouseTestServer.profile(Map.of());
    Profile wrong = ClickHouseTestServer.profile(profile.port(), "wr\u00f6ng", Map.of());
    try (MetricSource refused = MetricSources.open(wrong)) {
      assertFails(refused, "SELECT 1", "refuses the user", "`password`");
    }
  }

  @Test
  void aServerThatIsDownIsReportedWithItsPort() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Profile profile = ClickHouseTestServer.profile(port, "", Map.of());
    try (MetricSource down = MetricSources.open(profile)) {
      assertFails(down, "SELECT 1", "cannot be reached", String.valueOf(port), "`http_port`");
    }
  }

  private static void assertFails(MetricSource source, String sql, String... parts) {
    DtkException failure =
        assertThrows(
            DtkException.class, () -> values(source, QueryColumns.DEFAULT, sql, Long.MAX_VALUE));
    assertEquals(ErrorCode.SOURCE, failure.code());
    for (String part : parts) {
      assertTrue(failure.getMessage().contains(part), failure.getMessage());
    }
  }

  private static List<Double> values(
      MetricSource source, QueryColumns columns, String sql, long before) {
    List<Double> values = new ArrayList<>();
    source.query(sql, columns, before, (millis, value, seasonality) -> values.add(value));
    return values;
  }
}

package io.dtkspark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DuckDbSourceTest {

  private MetricSource source;

  @BeforeEach
  void open() {
    source =
        MetricSources.open(
            new Profile(
                "shop",
                "duckdb",
                null,
                0,
                null,
                null,
                null,
                ":memory:",
                false,
                "main",
                "main",
                Map.of()));
  }

  @AfterEach
  void close() {
    source.close();
  }

  /** A result that was read whole before its first row would never end here. */
  @Test
  void rowsArriveWhileTheQueryRuns() {
    List<Double> values = new ArrayList<>();
    String endless =
        "SELECT TIMESTAMP 'epoch' AS timestamp, i AS value FROM range(1000000000000000) t(i)";
    IllegalStateException enough =
        assertThrows(
            IllegalStateException.class,
            () ->
                source.query(
                    endless,
                    QueryColumns.DEFAULT,
                    1,
                    (millis, value, seasonality) -> {
                      values.add(value);
                      if (values.size() == 3000) {
                        throw new IllegalStateException("enough");
                      }
                    }));
    assertEquals("enough", enough.getMessage());
    assertEquals(
        List.of(42.0),
        values(QueryColumns.DEFAULT, "SELECT DATE 'epoch' AS timestamp, 42 AS value"));
  }

  /** The driver's own conversion is an hour off around midnight UTC of this day. */
  @Test
  void timestampsWithZoneAreReadRightWhenTheMachineChangesItsClock() {
    TimeZone zone = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    try {
      String hours =
          "generate_series(TIMESTAMP '2024-03-30 20:00:00', '2024-03-31 05:00:00', INTERVAL 1 HOUR)";
      String sql =
          "SELECT timezone('UTC', h) AS timestamp, epoch_ms(h) AS value, timezone('UTC', h) AS s FROM (SELECT unnest("
              + hours
              + ") AS h)";
      List<String> wrong = new ArrayList<>();
      source.query(
          sql,
          new QueryColumns("timestamp", "value", List.of("s")),
          Long.MAX_VALUE,
          (millis, value, seasonality) -> {
            String utc = Instant.ofEpochMilli(millis).toString().replace("Z", "+00:00");
            if (millis != (long) value || !seasonality.equals("{\"s\":\"" + utc + "\"}")) {
              wrong.add(utc + " " + seasonality);
            }
          });
      assertEquals(List.of(), wrong);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void aStatementWithoutResultHasNoRows() {
    assertEquals(List.of(), values(QueryColumns.DEFAULT, "CREATE TABLE t (i INTEGER)"));
  }

  @Test
  void aQueryThatFailsIsReportedWithItsProfile() {
    assertFails("SELECT * FROM nowhere", "profile 'shop'", "nowhere");
  }

  /** Streaming, the driver by itself knows the reason only of the later failure. */
  @Test
  void aQueryThatFailsWhileItRunsIsReportedWithItsReason() {
    for (int row : new int[] {0, 5_000_000}) {
      assertFails(
          "SELECT TIMESTAMP 'epoch' AS timestamp, CASE WHEN i = "
              + row
              + " THEN error('bad row') ELSE i END AS value FROM range(5000001) t(i)",
          "profile 'shop'",
          "bad row");
    }
  }

  @Test
  void aMissingColumnIsReportedWithThoseThereAre() {
    assertFails("SELECT 1 AS value, 2 AS time", "'timestamp'", "[value, time]", "query_columns");
    assertFails("SELECT DATE 'epoch' AS timestamp, 2 AS v", "'value'", "[timestamp, v]");
  }

  @Test
  void aTimestampThatIsNoneIsReported() {
    assertFails("SELECT NULL::DATE AS timestamp, 1 AS value", "'timestamp'", "NULL");
    assertFails("SELECT 'soon' AS timestamp, 1 AS value", "'soon'", "'timestamp'");
    assertFails("SELECT 1.5 AS timestamp, 1 AS value", "'timestamp'", "DECIMAL(2,1)");
  }

  @Test
  void seasonalityWithoutAJsonFormIsReported() {
    QueryColumns columns = new QueryColumns("timestamp", "value", List.of("zone"));
    DtkException failure =
        assertThrows(
            DtkException.class,
            () -> values(columns, "SELECT DATE 'epoch' AS timestamp, 1 AS value, 1.5 AS zone"));
    assertContains(failure, "'zone'", "DECIMAL(2,1)", "cast");
  }

  @Test
  void otherDatabasesCannotBeReadYet() {
    Profile profile =
        new Profile("p", "oracle", "h", 1, "u", "", "d", null, false, "", "", Map.of());
    DtkException failure = assertThrows(DtkException.class, () -> MetricSources.open(profile));
    assertEquals(ErrorCode.CONFIG, failure.code());
    assertContains(failure, "'p'", "'oracle'");
  }

  private List<Double> values(QueryColumns columns, String sql) {
    List<Double> values = new ArrayList<>();
    source.query(sql, columns, Long.MAX_VALUE, (millis, value, seasonality) -> values.add(value));
    return values;
  }

  private void assertFails(String sql, String... parts) {
    DtkException failure =
        assertThrows(DtkException.class, () -> values(QueryColumns.DEFAULT, sql));
    assertEquals(ErrorCode.SOURCE, failure.code());
    assertContains(failure, parts);
  }

  private static void assertContains(DtkException failure, String... parts) {
    for (String part : parts) {
      assertTrue(failure.getMessage().contains(part), failure.getMessage());
    }
  }
}

package io.dtkspark.source.clickhouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.MetricSource;
import io.dtkspark.source.MetricSources;
import io.dtkspark.source.SourceRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values of every type, against what detectkit makes of them; {@code record_values.py} tells how
 * that was recorded, on a server in Berlin.
 */
class ClickHouseValuesTest {

  private static final String FAILS = "-";

  private static MetricSource source;

  @BeforeAll
  static void open() {
    Profile profile = ClickHouseTestServer.profile(Map.of("session_timezone", "Europe/Berlin"));
    source = MetricSources.open(profile);
  }

  @AfterAll
  static void close() {
    source.close();
  }

  static List<String> recorded() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ClickHouseValuesTest.class.getResourceAsStream("values.tsv"),
                StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void valueIsWhatDetectkitMakesOfIt(String line) {
    String[] fields = line.split("\t", -1);
    List<String> ours = new ArrayList<>();
    ours.add(seasonality(fields[0]));
    ours.add(number(fields[0]));
    ours.add(timestamp(fields[0]));
    String number = fields[2].equals(FAILS) ? FAILS : javaText(fields[2]);
    assertEquals(List.of(fields[1], number, fields[3]), ours);
  }

  private static String javaText(String python) {
    return String.valueOf(
        Double.parseDouble(python.replace("inf", "Infinity").replace("nan", "NaN")));
  }

  private static String seasonality(String expression) {
    QueryColumns columns = new QueryColumns("timestamp", "value", List.of("v"));
    return one(
        columns,
        "SELECT toDate('2024-01-01') AS timestamp, 1 AS value, " + expression + " AS v",
        (millis, value, seasonality, out) -> out.set(seasonality));
  }

  private static String number(String expression) {
    return one(
        QueryColumns.DEFAULT,
        "SELECT toDate('2024-01-01') AS timestamp, " + expression + " AS value",
        (millis, value, seasonality, out) -> out.set(String.valueOf(value)));
  }

  private static String timestamp(String expression) {
    return one(
        QueryColumns.DEFAULT,
        "SELECT " + expression + " AS timestamp, 1 AS value",
        (millis, value, seasonality, out) -> out.set(String.valueOf(millis)));
  }

  /** What one row gives; {@link #FAILS} where it is refused by naming the column. */
  private static String one(QueryColumns columns, String sql, Shown shown) {
    AtomicReference<String> out = new AtomicReference<>();
    SourceRow row = (millis, value, seasonality) -> shown.show(millis, value, seasonality, out);
    try {
      source.query(sql, columns, Long.MAX_VALUE, row);
      return out.get();
    } catch (DtkException e) {
      assertEquals(ErrorCode.SOURCE, e.code());
      assertTrue(e.getMessage().contains(" column '"), e.getMessage());
      return FAILS;
    }
  }

  private interface Shown {
    void show(long millis, double value, String seasonality, AtomicReference<String> out);
  }
}

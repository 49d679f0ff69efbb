package io.dtkspark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.error.DtkException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON of the values that a query's seasonality columns hold, on DuckDB. */
class DuckDbSeasonalityTest {

  private static final Profile PROFILE =
      new Profile(
          "seasonality",
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
          Map.of());

  @Test
  void integersOfSixtyFourBitsWithAndWithoutSign() {
    assertEquals("{\"c\":-9223372036854775808}", json("(-9223372036854775808)::BIGINT"));
    assertEquals("{\"c\":18446744073709551615}", json("18446744073709551615::UBIGINT"));
    assertEquals("{\"c\":-9223372036854775808}", json("(-9223372036854775808)::HUGEINT"));
    assertEquals("{\"c\":7}", json("7::HUGEINT"));
  }

  @Test
  void timesAreIsoTextAndNestedValuesAreTrees() {
    assertEquals(
        "{\"c\":\"2024-01-01T00:00:00.500000\"}", json("TIMESTAMP '2024-01-01 00:00:00.5'"));
    assertEquals("{\"c\":\"2024-01-01\"}", json("DATE '2024-01-01'"));
    assertEquals("{\"c\":\"10:00:00\"}", json("TIME '10:00:00'"));
    assertEquals("{\"c\":[\"2024-01-01\",null]}", json("[DATE '2024-01-01', NULL]"));
    assertEquals("{\"c\":{\"a\":1,\"b\":[true]}}", json("{'b': [true], 'a': 1}"));
    assertEquals("{\"c\":null}", json("NULL::INTERVAL"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "18446744073709551616::HUGEINT",
        "(-9223372036854775809)::HUGEINT",
        "1.5::DECIMAL(4,2)",
        "'x'::BLOB",
        "'1 day'::INTERVAL"
      })
  void whatHasNoJsonFormIsNamedByTheTypeOfTheDatabase(String value) {
    DtkException e = assertThrows(DtkException.class, () -> json(value));
    String type = value.substring(value.indexOf("::") + 2);
    assertTrue(e.getMessage().contains("'c' has type " + type + ","), e.getMessage());
  }

  private static String json(String value) {
    AtomicReference<String> json = new AtomicReference<>();
    try (MetricSource source = MetricSources.open(PROFILE)) {
      source.query(
          "SELECT DATE 'epoch' AS timestamp, 1 AS value, " + value + " AS c",
          new QueryColumns("timestamp", "value", List.of("c")),
          Long.MAX_VALUE,
          (millis, number, seasonality) -> json.set(seasonality));
    }
    return json.get();
  }
}

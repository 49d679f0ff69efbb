package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.error.ErrorCode;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.DatapointsTable;
import io.dtkspark.table.TargetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Datapoints: what is written is what is read. */
public abstract class DatapointsContract extends StoreContract {

  @Test
  void rowHoldsWhatDetectkitWouldStore() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 5, 1.5));
    assertEquals(
        List.of(
            "metric_name=cpu, timestamp=2024-01-01 05:00:00, value=1.5,"
                + " seasonality_data={\"hour\":5}, interval_seconds=3600,"
                + " seasonality_columns=hour,is_weekend, created_at=2024-02-01 10:00:00.123"),
        database.rows(
            DatapointsTable.TABLE,
            "metric_name",
            "timestamp",
            "value",
            "seasonality_data",
            "interval_seconds",
            "seasonality_columns",
            "created_at"));
  }

  @Test
  void notANumberIsStoredAsNullAndReadBack() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 1, Double.NaN, -0.0, 1e-300));
    assertEquals(List.of(1.0, Double.NaN, stored(-0.0), 1e-300), values("cpu"));
    assertEquals(
        List.of("value=null"), database.rows(DatapointsTable.TABLE, "value").subList(1, 2));
  }

  @Test
  void infinitiesAreStored() {
    double infinity = Double.POSITIVE_INFINITY;
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, infinity, -infinity));
    assertEquals(List.of(stored(infinity), stored(-infinity)), values("cpu"));
  }

  @Test
  void readingIsHalfOpenInTimeOrderAndOfOneMetric() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 3, 3, 4, 5));
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 0, 1, 2));
    publishDatapoints("ram", stage(datapoints("ram", CREATED), 0, 9, 9, 9));
    List<String> read = new ArrayList<>();
    store.readDatapoints(
        "cpu",
        hours(1, 4),
        (time, value, data, columns) ->
            read.add((time - START) / HOUR + " " + value + " " + data + " " + columns));
    assertEquals(
        List.of(
            "1 1.0 {\"hour\":1} hour,is_weekend",
            "2 2.0 {\"hour\":2} hour,is_weekend",
            "3 3.0 {\"hour\":3} hour,is_weekend"),
        read);
  }

  @Test
  void millisecondsAndTimesBefore1970Survive() {
    long[] times = {-86_400_001, -1, 0, 1, START + 123};
    var staging = staging(TargetTable.DATAPOINTS);
    try (DatapointSink sink = store.stageDatapoints(staging, datapoints("cpu", CREATED))) {
      for (long time : times) {
        sink.append(time, 1, "{}");
      }
      sink.complete();
    }
    publishDatapoints("cpu", staging);
    List<Long> read = new ArrayList<>();
    store.readDatapoints("cpu", ALL, (time, value, data, columns) -> read.add(time));
    assertEquals(List.of(-86_400_001L, -1L, 0L, 1L, START + 123), read);
  }

  @Test
  void namesAreDataAndNeverSql() {
    String name = "x'; DROP TABLE _dtk_datapoints; --\"\\ \u00fc \ud83d\ude00";
    publishDatapoints(name, stage(datapoints(name, CREATED), 0, 1, 2));
    assertEquals(List.of(1.0, 2.0), values(name));
    assertEquals(Optional.of(hour(1)), store.watermarks().lastDatapoint(name));
  }

  @Test
  void watermarksAreTheFirstAndLastTimestamps() {
    assertEquals(Optional.empty(), store.watermarks().firstDatapoint("cpu"));
    assertEquals(Optional.empty(), store.watermarks().lastDatapoint("cpu"));
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 2, 1, Double.NaN));
    publishDatapoints("ram", stage(datapoints("ram", CREATED), 0, 1, 1, 1, 1, 1));
    assertEquals(Optional.of(hour(2)), store.watermarks().firstDatapoint("cpu"));
    assertEquals(Optional.of(hour(3)), store.watermarks().lastDatapoint("cpu"));
  }

  @Test
  void rowsOutOfOrderAreADefect() {
    try (DatapointSink sink =
        store.stageDatapoints(staging(TargetTable.DATAPOINTS), datapoints("cpu", CREATED))) {
      sink.append(hour(1), 1, "{}");
      assertFails(ErrorCode.INTERNAL, "ascending", () -> sink.append(hour(1), 2, "{}"));
    }
  }

  @Test
  void aMillionRowsStreamThroughASmallBuffer() {
    int rows = 1_000_000;
    var staging = staging(TargetTable.DATAPOINTS);
    try (DatapointSink sink = store.stageDatapoints(staging, datapoints("cpu", CREATED))) {
      for (int i = 0; i < rows; i++) {
        sink.append(START + i * 1000L, i, "{\"hour\":1,\"is_weekend\":false}");
      }
      sink.complete();
    }
    publishDatapoints("cpu", staging);
    long[] seen = {0, START};
    store.readDatapoints(
        "cpu",
        ALL,
        (time, value, data, columns) -> {
          assertEquals(seen[1], time);
          assertEquals((double) seen[0]++, value);
          seen[1] += 1000;
        });
    assertEquals(rows, seen[0]);
  }
}

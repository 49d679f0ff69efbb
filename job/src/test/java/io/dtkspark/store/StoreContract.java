package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.StateStore.DatapointHeader;
import io.dtkspark.store.StateStore.DetectionHeader;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.DetectionSink;
import io.dtkspark.table.TargetTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the contracts share: an empty store with its tables, hourly points from {@link #START}, and
 * short ways to stage and publish them.
 */
public abstract class StoreContract {

  protected static final long HOUR = 3_600_000;
  protected static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
  protected static final long CREATED = Instant.parse("2024-02-01T10:00:00.123Z").toEpochMilli();
  protected static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

  @TempDir protected Path directory;

  protected final TestClock clock = new TestClock(Instant.parse("2024-03-01T12:00:00.500Z"));
  protected TestDatabase database;
  protected StateStore store;

  private final AtomicInteger names = new AtomicInteger();

  protected abstract TestDatabase createDatabase();

  /** What is stored of a value: some databases know no infinities. */
  protected double stored(double value) {
    return value;
  }

  @BeforeEach
  void openStore() {
    database = createDatabase();
    store = openAnother();
    store.createTables();
  }

  @AfterEach
  void closeStore() {
    store.close();
    database.close();
  }

  /** Another store of the same database, as another task would have. */
  protected StateStore openAnother() {
    return StateStores.open(database.profile(), clock);
  }

  protected static long hour(int index) {
    return START + index * HOUR;
  }

  protected static TimeRange hours(int from, int to) {
    return new TimeRange(hour(from), hour(to));
  }

  protected Staging staging(TargetTable table) {
    return new Staging(table, "run_7_" + names.incrementAndGet());
  }

  protected static DatapointHeader datapoints(String metric, long createdAt) {
    return new DatapointHeader(metric, 3600, "hour,is_weekend", createdAt);
  }

  protected static DetectionHeader detections(String metric, String detectorId, long createdAt) {
    return new DetectionHeader(metric, detectorId, "MADDetector", "{\"threshold\":4}", createdAt);
  }

  /** Stages one datapoint per value, hourly from {@code firstHour}. */
  protected Staging stage(DatapointHeader header, int firstHour, double... values) {
    Staging staging = staging(TargetTable.DATAPOINTS);
    try (DatapointSink sink = store.stageDatapoints(staging, header)) {
      for (int i = 0; i < values.length; i++) {
        sink.append(hour(firstHour + i), values[i], "{\"hour\":" + (firstHour + i) + "}");
      }
      sink.complete();
    }
    return staging;
  }

  /** Stages one detection per value, hourly from {@code firstHour}. */
  protected Staging stage(DetectionHeader header, int firstHour, double... values) {
    Staging staging = staging(TargetTable.DETECTIONS);
    try (DetectionSink sink = store.stageDetections(staging, header)) {
      for (int i = 0; i < values.length; i++) {
        double value = values[i];
        sink.append(
            hour(firstHour + i), value > 100, value - 1, value + 1, value, value, utf8("{}"));
      }
      sink.complete();
    }
    return staging;
  }

  protected void publishDatapoints(String metric, Staging... stagings) {
    store.publish(publication(metric, Optional.empty(), stagings));
  }

  protected void publishDetections(String metric, String detectorId, Staging... stagings) {
    store.publish(
        new Publication(
            TargetTable.DETECTIONS,
            metric,
            Optional.of(detectorId),
            List.of(stagings),
            Optional.empty()));
  }

  protected static Publication publication(
      String metric, Optional<TimeRange> replace, Staging... stagings) {
    return new Publication(
        TargetTable.DATAPOINTS, metric, Optional.empty(), List.of(stagings), replace);
  }

  /** The stored values of a metric in time order; NaN = NULL. */
  protected List<Double> values(String metric) {
    List<Double> values = new ArrayList<>();
    store.readDatapoints(metric, ALL, (time, value, data, columns) -> values.add(value));
    return values;
  }

  protected static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  protected static void assertFails(ErrorCode code, String part, Executable action) {
    DtkException e = assertThrows(DtkException.class, action);
    assertEquals(code, e.code());
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }
}

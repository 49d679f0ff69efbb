package io.dtkspark.store;

import io.dtkspark.series.TimeRange;
import io.dtkspark.table.DatapointColumns;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.DetectionSink;
import java.util.Map;
import java.util.Optional;

/**
 * The database that holds the {@code _dtk_*} tables. One instance per thread; failures are {@link
 * io.dtkspark.error.DtkException} STORE.
 *
 * <p>Rows in bulk are staged by many and published by one: tasks stage chunks side by side, each
 * attempt under its own name, and a complete set of chunks becomes visible in one {@link #publish}.
 */
public interface StateStore extends PublicationStore, AutoCloseable {

  /** Creates the location and the six tables where they are missing, as detectkit 0.67.2 does. */
  void createTables();

  Watermarks watermarks();

  LockStore locks();

  MetricMirror metricMirror();

  Upkeep upkeep();

  AutotuneRuns autotuneRuns();

  AlertStore alerts();

  /** Reads datapoints of {@code metric} in {@code range}, ascending, streamed. */
  void readDatapoints(String metric, TimeRange range, DatapointColumns rows);

  /**
   * Opens the staging of one attempt at one chunk of datapoints. Waits while a publication is
   * running and too many staged rows are waiting for theirs; never when none is running, so a
   * publication may wait for chunks still to be staged.
   */
  DatapointSink stageDatapoints(Staging staging, DatapointHeader header);

  /** Opens the staging of one attempt at one chunk of detections; waits as the other one does. */
  DetectionSink stageDetections(Staging staging, DetectionHeader header);

  @Override
  void close();

  /** What all datapoints of a chunk share. {@code createdAt} is the version, epoch milliseconds. */
  record DatapointHeader(
      String metric, long intervalSeconds, String seasonalityColumns, long createdAt)
      implements java.io.Serializable {

    /** Values by column name; moments in epoch milliseconds. */
    public Map<String, Object> constants() {
      return Map.of(
          "metric_name", metric,
          "interval_seconds", intervalSeconds,
          "seasonality_columns", seasonalityColumns,
          "created_at", createdAt);
    }
  }

  /** What all detections of a chunk share. {@code createdAt} is the version, epoch milliseconds. */
  record DetectionHeader(
      String metric, String detectorId, String detectorName, String detectorParams, long createdAt)
      implements java.io.Serializable {

    /** Values by column name; moments in epoch milliseconds. */
    public Map<String, Object> constants() {
      return Map.of(
          "metric_name", metric,
          "detector_id", detectorId,
          "detector_name", detectorName,
          "detector_params", detectorParams,
          "created_at", createdAt);
    }
  }

  /** Where stored rows begin and end, epoch milliseconds. */
  interface Watermarks {
    Optional<Long> firstDatapoint(String metric);

    Optional<Long> lastDatapoint(String metric);

    Optional<Long> lastDetection(String metric, String detectorId);
  }
}

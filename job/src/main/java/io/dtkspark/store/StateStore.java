package io.dtkspark.store;

import io.dtkspark.series.TimeRange;
import io.dtkspark.table.DatapointColumns;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.DetectionSink;
import java.util.Optional;

/**
 * The database that holds the {@code _dtk_*} tables. One instance per thread; failures are {@link
 * io.dtkspark.error.DtkException} STORE.
 */
public interface StateStore extends PublicationStore, AutoCloseable {

  /** Creates the location and the six tables where they are missing, as detectkit 0.67.2 does. */
  void createTables();

  Watermarks watermarks();

  LockStore locks();

  MetricMirror metricMirror();

  Upkeep upkeep();

  /** Reads datapoints of {@code metric} in {@code range}, ascending, streamed. */
  void readDatapoints(String metric, TimeRange range, DatapointColumns rows);

  /** Opens the staging of one attempt at one chunk of datapoints. */
  DatapointSink stageDatapoints(Staging staging, DatapointHeader header);

  /** Opens the staging of one attempt at one chunk of detections. */
  DetectionSink stageDetections(Staging staging, DetectionHeader header);

  @Override
  void close();

  /** What all datapoints of a chunk share. {@code createdAt} is the version, epoch milliseconds. */
  record DatapointHeader(
      String metric, long intervalSeconds, String seasonalityColumns, long createdAt)
      implements java.io.Serializable {}

  /** What all detections of a chunk share. {@code createdAt} is the version, epoch milliseconds. */
  record DetectionHeader(
      String metric, String detectorId, String detectorName, String detectorParams, long createdAt)
      implements java.io.Serializable {}

  /** Where stored rows begin and end, epoch milliseconds. */
  interface Watermarks {
    Optional<Long> firstDatapoint(String metric);

    Optional<Long> lastDatapoint(String metric);

    Optional<Long> lastDetection(String metric, String detectorId);
  }
}

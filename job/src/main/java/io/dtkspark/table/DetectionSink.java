package io.dtkspark.table;

import java.util.List;

/** Receives detections of one chunk in ascending time. */
public interface DetectionSink extends AutoCloseable {

  /**
   * NaN in any of the doubles is stored as NULL; infinities are stored.
   *
   * @param metadata JSON object as UTF-8; it must not change afterwards
   */
  void append(
      long epochMillis,
      boolean isAnomaly,
      double lower,
      double upper,
      double value,
      double processedValue,
      byte[] metadata);

  /** Ends the chunk; without it nothing of the chunk can be published. */
  void complete();

  /** What the user should know about the rows of a complete chunk. */
  default List<String> warnings() {
    return List.of();
  }

  /** Releases resources; drops the rows when {@link #complete()} was not reached. */
  @Override
  void close();
}

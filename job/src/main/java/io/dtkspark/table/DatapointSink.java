package io.dtkspark.table;

import java.util.List;

/** Receives datapoints of one chunk in ascending time. */
public interface DatapointSink extends AutoCloseable {

  /**
   * @param epochMillis timestamp
   * @param value NaN is stored as NULL
   * @param seasonalityData JSON object text
   */
  void append(long epochMillis, double value, String seasonalityData);

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

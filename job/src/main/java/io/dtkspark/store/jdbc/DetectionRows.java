package io.dtkspark.store.jdbc;

import io.dtkspark.table.DetectionSink;
import java.sql.SQLException;
import java.util.List;

/** Detections into a staging. */
public final class DetectionRows implements DetectionSink {

  private final RowAppender rows;

  public DetectionRows(RowAppender rows) {
    this.rows = rows;
  }

  @Override
  public void append(
      long epochMillis,
      boolean isAnomaly,
      double lower,
      double upper,
      double value,
      double processedValue,
      byte[] metadata) {
    try {
      rows.row(epochMillis)
          .flag(isAnomaly)
          .number(lower)
          .number(upper)
          .number(value)
          .number(processedValue)
          .text(metadata)
          .end();
    } catch (SQLException e) {
      throw rows.failure(e);
    }
  }

  @Override
  public void complete() {
    rows.complete();
  }

  @Override
  public List<String> warnings() {
    return rows.warnings();
  }

  @Override
  public void close() {
    rows.close();
  }
}

package io.dtkspark.store.duckdb;

import io.dtkspark.table.DatapointSink;
import java.sql.SQLException;

/** Datapoints into a staging. */
final class DatapointAppender implements DatapointSink {

  private final StagingAppender rows;

  DatapointAppender(StagingAppender rows) {
    this.rows = rows;
  }

  @Override
  public void append(long epochMillis, double value, String seasonalityData) {
    try {
      rows.row(epochMillis).number(value).text(seasonalityData).end();
    } catch (SQLException e) {
      throw rows.failure(e);
    }
  }

  @Override
  public void complete() {
    rows.complete();
  }

  @Override
  public void close() {
    rows.close();
  }
}

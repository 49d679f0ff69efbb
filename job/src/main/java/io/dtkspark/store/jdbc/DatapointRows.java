package io.dtkspark.store.jdbc;

import io.dtkspark.table.DatapointSink;
import java.sql.SQLException;

/** Datapoints into a staging. */
public final class DatapointRows implements DatapointSink {

  private final RowAppender rows;

  public DatapointRows(RowAppender rows) {
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

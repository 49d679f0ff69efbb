package io.dtkspark.store.jdbc;

import io.dtkspark.table.DatapointSink;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** Datapoints into a staging. */
public final class DatapointRows implements DatapointSink {

  private final RowAppender rows;

  /** Neighbouring rows mostly have the same text, often the same object. */
  private String lastText = "";

  private byte[] lastBytes = {};

  public DatapointRows(RowAppender rows) {
    this.rows = rows;
  }

  @Override
  public void append(long epochMillis, double value, String seasonalityData) {
    try {
      rows.row(epochMillis).number(value).text(bytes(seasonalityData)).end();
    } catch (SQLException e) {
      throw rows.failure(e);
    }
  }

  private byte[] bytes(String text) {
    if (!text.equals(lastText)) {
      lastText = text;
      lastBytes = text.getBytes(StandardCharsets.UTF_8);
    }
    return lastBytes;
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

package io.dtkspark.store.clickhouse;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.Staging;
import io.dtkspark.store.jdbc.RowAppender;
import io.dtkspark.table.Column;
import java.sql.SQLException;
import java.util.List;

/** Writes the rows of one chunk into its staging, block by block. */
final class StagingWriter implements RowAppender {

  /** Each block is a part on the server, so few; and in memory here, so none too large. */
  private static final int BLOCK_BYTES = 8 << 20;

  private final Staging staging;
  private final Stagings stagings;
  private final List<Column> columns;
  private final RowBinaryOutput block = new RowBinaryOutput();
  private long rows;
  private long last = Long.MIN_VALUE;
  private boolean complete;
  private boolean closed;

  /**
   * @param columns those that differ from row to row, in the order of the table
   */
  StagingWriter(Staging staging, Stagings stagings, List<Column> columns) {
    this.staging = staging;
    this.stagings = stagings;
    this.columns = columns;
  }

  @Override
  public RowAppender row(long epochMillis) {
    if (epochMillis <= last) {
      throw new DtkException(
          ErrorCode.INTERNAL,
          "rows of staging " + staging.name() + " are not in ascending time: " + epochMillis);
    }
    last = epochMillis;
    rows++;
    block.moment(epochMillis);
    return this;
  }

  @Override
  public RowAppender number(double value) {
    block.nullableNumber(value);
    return this;
  }

  @Override
  public RowAppender flag(boolean value) {
    block.flag(value);
    return this;
  }

  @Override
  public RowAppender text(byte[] value) {
    block.text(value);
    return this;
  }

  @Override
  public void end() {
    if (block.size() >= BLOCK_BYTES) {
      send();
    }
  }

  private void send() {
    stagings.append(staging, columns, block);
    block.clear();
  }

  @Override
  public void complete() {
    if (block.size() > 0) {
      send();
    }
    stagings.complete(staging, rows);
    complete = true;
  }

  @Override
  public DtkException failure(SQLException e) {
    return new DtkException(ErrorCode.STORE, "staging " + staging.name(), e);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (!complete) {
        stagings.drop(List.of(staging));
      }
    }
  }
}

package io.dtkspark.store.clickhouse;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.Staging;
import io.dtkspark.store.jdbc.RowAppender;
import io.dtkspark.store.jdbc.StagedSpan;
import java.sql.SQLException;
import java.util.List;

/** Writes the rows of one chunk into its staging, by either transport. */
final class StagingWriter implements RowAppender {

  private final Staging staging;
  private final Stagings stagings;
  private final StagedRows values;
  private final StagedSpan span;
  private boolean complete;
  private boolean closed;

  /**
   * @param values what carries the rows; closed with this writer
   */
  StagingWriter(Staging staging, Stagings stagings, StagedRows values) {
    this.staging = staging;
    this.span = new StagedSpan(staging);
    this.stagings = stagings;
    this.values = values;
  }

  @Override
  public RowAppender row(long epochMillis) {
    span.add(epochMillis);
    values.moment(epochMillis);
    return this;
  }

  @Override
  public RowAppender number(double value) {
    values.nullableNumber(value);
    return this;
  }

  @Override
  public RowAppender flag(boolean value) {
    values.flag(value);
    return this;
  }

  @Override
  public RowAppender text(byte[] value) {
    values.text(value);
    return this;
  }

  @Override
  public void end() {
    values.end();
  }

  @Override
  public void complete() {
    values.finish();
    stagings.complete(staging, span.rows());
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
      values.close();
      if (!complete) {
        stagings.drop(List.of(staging));
      }
    }
  }
}

package io.dtkspark.store.clickhouse;

/** Rows on their way into one table, value by value; sent in blocks. */
public interface StagedRows extends AutoCloseable {

  void moment(long epochMillis);

  /** NaN is stored as NULL. */
  void nullableNumber(double value);

  void flag(boolean value);

  /** Text as UTF-8; it must not change afterwards. */
  void text(byte[] utf8);

  /** Ends a row; may send what has been collected. */
  void end();

  /** Sends what is left: all rows are visible when it returns. */
  void finish();

  /** Releases resources; rows that were not sent are lost. */
  @Override
  void close();
}

package io.dtkspark.store.clickhouse;

import io.dtkspark.table.Column;
import java.util.List;

/** Rows collected in the format RowBinary and inserted block by block. */
final class ClientRows implements StagedRows {

  /** Each block is a part on the server, so few; and in memory here, so none too large. */
  private static final int BLOCK_BYTES = 8 << 20;

  private final ClickHouseSession session;
  private final String table;
  private final List<Column> columns;
  private final RowBinaryOutput block = new RowBinaryOutput();

  /**
   * @param table its quoted name
   */
  ClientRows(ClickHouseSession session, String table, List<Column> columns) {
    this.session = session;
    this.table = table;
    this.columns = columns;
  }

  @Override
  public void moment(long epochMillis) {
    block.moment(epochMillis);
  }

  @Override
  public void nullableNumber(double value) {
    block.nullableNumber(value);
  }

  @Override
  public void flag(boolean value) {
    block.flag(value);
  }

  @Override
  public void text(byte[] utf8) {
    block.text(utf8);
  }

  @Override
  public void end() {
    if (block.size() >= BLOCK_BYTES) {
      send();
    }
  }

  @Override
  public void finish() {
    if (block.size() > 0) {
      send();
    }
  }

  private void send() {
    session.insert(table, columns, block.bytes(), block.size());
    block.clear();
  }

  @Override
  public void close() {
    block.clear();
  }
}

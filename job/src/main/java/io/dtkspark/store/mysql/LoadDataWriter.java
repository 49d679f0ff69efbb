package io.dtkspark.store.mysql;

import com.mysql.cj.jdbc.JdbcStatement;
import io.dtkspark.store.server.BulkWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Rows as the text that LOAD DATA LOCAL reads, sent in blocks; memory is one block. NaN and
 * infinities, which the server cannot hold, are NULL.
 */
final class LoadDataWriter implements BulkWriter {

  private static final int BLOCK = 4 << 20;

  private final JdbcStatement statement;
  private final String sql;
  private final TabText block = new TabText(BLOCK + (BLOCK >> 3));

  /**
   * @param table its quoted name
   * @param columns their quoted names in parentheses
   */
  LoadDataWriter(Connection connection, String table, String columns) throws SQLException {
    statement = connection.createStatement().unwrap(JdbcStatement.class);
    sql =
        "LOAD DATA LOCAL INFILE 'rows' INTO TABLE "
            + table
            + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\'"
            + " LINES TERMINATED BY '\\n' "
            + columns;
  }

  @Override
  public void beginRow() {
    block.beginRow();
  }

  @Override
  public void moment(long epochMillis) {
    block.moment(epochMillis);
  }

  @Override
  public void number(double value) {
    block.number(value);
  }

  @Override
  public void flag(boolean value) {
    block.flag(value);
  }

  @Override
  public void text(byte[] value) {
    block.text(value);
  }

  @Override
  public void endRow() throws SQLException {
    block.endRow();
    if (block.size() >= BLOCK) {
      send();
    }
  }

  @Override
  public void finish() throws SQLException {
    if (block.size() > 0) {
      send();
    }
  }

  @Override
  public void close() throws SQLException {
    ((Statement) statement).close();
  }

  private void send() throws SQLException {
    statement.setLocalInfileInputStream(block.stream());
    ((Statement) statement).execute(sql);
    block.clear();
  }
}

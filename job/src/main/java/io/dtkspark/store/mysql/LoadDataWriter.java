package io.dtkspark.store.mysql;

import com.mysql.cj.jdbc.JdbcStatement;
import io.dtkspark.store.server.BulkWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Rows as the text that LOAD DATA LOCAL reads, sent in blocks; memory is one block. NaN and
 * infinities, which the server cannot hold, are NULL.
 */
final class LoadDataWriter implements BulkWriter {

  private static final int BLOCK = 4 << 20;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private final JdbcStatement statement;
  private final String sql;
  private final ByteArrayOutputStream block = new ByteArrayOutputStream(BLOCK + (BLOCK >> 3));
  private final StringBuilder row = new StringBuilder();

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
    row.setLength(0);
  }

  @Override
  public void moment(long epochMillis) {
    MOMENT.formatTo(
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(epochMillis, 1000L),
            (int) Math.floorMod(epochMillis, 1000L) * 1_000_000,
            ZoneOffset.UTC),
        field());
  }

  @Override
  public void number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      field().append("\\N");
    } else {
      field().append(value);
    }
  }

  @Override
  public void flag(boolean value) {
    field().append(value ? '1' : '0');
  }

  @Override
  public void text(byte[] value) {
    StringBuilder out = field();
    for (char c : new String(value, StandardCharsets.UTF_8).toCharArray()) {
      switch (c) {
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\0' -> out.append("\\0");
        case '\\' -> out.append("\\\\");
        default -> out.append(c);
      }
    }
  }

  @Override
  public void endRow() throws SQLException {
    byte[] bytes = row.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    block.write(bytes, 0, bytes.length);
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
    statement.setLocalInfileInputStream(new ByteArrayInputStream(block.toByteArray()));
    ((Statement) statement).execute(sql);
    block.reset();
  }

  private StringBuilder field() {
    return row.isEmpty() ? row : row.append('\t');
  }
}

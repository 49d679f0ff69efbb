package io.dtkspark.source.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A column that the server sends as text in UTF-8, from which Python's drivers make their values as
 * well.
 *
 * @param index the first column is 1
 */
public record TextColumn(int index, Decoder decoder) implements ColumnReader {

  /** Makes a value of its text. */
  @FunctionalInterface
  public interface Decoder {

    /**
     * The value, as {@link ColumnReader#value} describes it.
     *
     * @throws java.time.DateTimeException when it is a moment beyond the years 1 to 9999
     */
    Object decode(String text);
  }

  @Override
  public Object value(ResultSet row) throws SQLException {
    byte[] text = row.getBytes(index);
    return text == null ? null : decoder.decode(new String(text, StandardCharsets.UTF_8));
  }

  @Override
  public String shown(ResultSet row) throws SQLException {
    return new String(row.getBytes(index), StandardCharsets.UTF_8);
  }
}

package io.dtkspark.source.mysql;

import com.mysql.cj.jdbc.result.ResultSetMetaData;
import com.mysql.cj.result.Field;
import io.dtkspark.source.jdbc.ColumnReader;
import io.dtkspark.source.jdbc.Opaque;
import io.dtkspark.source.jdbc.TextColumn;
import io.dtkspark.source.jdbc.TextColumn.Decoder;
import io.dtkspark.source.jdbc.TextValues;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;

/** MySQL's types, by their numbers in its protocol, as PyMySQL reads them. */
final class MySqlColumns {

  /** The collation of what is no text. */
  private static final int BINARY = 63;

  private MySqlColumns() {}

  static ColumnReader reader(java.sql.ResultSetMetaData meta, int column) throws SQLException {
    Field field = meta.unwrap(ResultSetMetaData.class).getFields()[column - 1];
    boolean bytes = field.getCollationIndex() == BINARY && isText(field.getMysqlTypeId());
    return bytes ? new Bytes(column) : new TextColumn(column, decoder(field.getMysqlTypeId()));
  }

  private static boolean isText(int type) {
    return type == 15 || type == 16 || type >= 249;
  }

  private static Decoder decoder(int type) {
    return switch (type) {
      case 1, 2, 3, 8, 9, 13 -> TextValues::integer;
      case 4, 5 -> Double::valueOf;
      case 0, 246 -> TextValues::decimal;
      case 7, 12 -> MySqlColumns::moment;
      case 10 -> MySqlColumns::date;
      case 11 -> Opaque::new;
      default -> text -> text;
    };
  }

  /** A moment that is none, like MySQL's zero, stays text. */
  private static Object moment(String text) {
    try {
      return TextValues.moment(text);
    } catch (DateTimeException e) {
      return text;
    }
  }

  private static Object date(String text) {
    try {
      return TextValues.date(text);
    } catch (DateTimeException e) {
      return text;
    }
  }

  private record Bytes(int index) implements ColumnReader {

    @Override
    public Object value(ResultSet row) throws SQLException {
      return row.getBytes(index);
    }

    @Override
    public String shown(ResultSet row) throws SQLException {
      return new String(row.getBytes(index), StandardCharsets.ISO_8859_1);
    }
  }
}

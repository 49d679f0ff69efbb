package io.dtkspark.source.mysql;

import com.mysql.cj.MysqlType;
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
    return switch (type) {
      case MysqlType.FIELD_TYPE_BIT,
          MysqlType.FIELD_TYPE_VARCHAR,
          MysqlType.FIELD_TYPE_VAR_STRING,
          MysqlType.FIELD_TYPE_STRING,
          MysqlType.FIELD_TYPE_TINY_BLOB,
          MysqlType.FIELD_TYPE_BLOB,
          MysqlType.FIELD_TYPE_MEDIUM_BLOB,
          MysqlType.FIELD_TYPE_LONG_BLOB,
          MysqlType.FIELD_TYPE_GEOMETRY ->
          true;
      default -> false;
    };
  }

  private static Decoder decoder(int type) {
    return switch (type) {
      case MysqlType.FIELD_TYPE_TINY,
          MysqlType.FIELD_TYPE_SHORT,
          MysqlType.FIELD_TYPE_INT24,
          MysqlType.FIELD_TYPE_LONG,
          MysqlType.FIELD_TYPE_LONGLONG,
          MysqlType.FIELD_TYPE_YEAR ->
          TextValues::integer;
      case MysqlType.FIELD_TYPE_FLOAT, MysqlType.FIELD_TYPE_DOUBLE -> Double::valueOf;
      case MysqlType.FIELD_TYPE_DECIMAL, MysqlType.FIELD_TYPE_NEWDECIMAL -> TextValues::decimal;
      case MysqlType.FIELD_TYPE_DATETIME, MysqlType.FIELD_TYPE_TIMESTAMP -> MySqlColumns::moment;
      case MysqlType.FIELD_TYPE_DATE -> MySqlColumns::date;
      case MysqlType.FIELD_TYPE_TIME -> Opaque::new;
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

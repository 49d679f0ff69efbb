package io.dtkspark.store.postgres;

import io.dtkspark.store.jdbc.Query;
import io.dtkspark.store.server.BulkPath;
import io.dtkspark.store.server.BulkWriter;
import io.dtkspark.table.Column;
import io.dtkspark.table.DatapointColumns;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads and writes with binary COPY. */
final class CopyPath implements BulkPath {

  /** Signature, flags and the length of an extension that is never there. */
  private static final int HEADER = 19;

  private static final short END = -1;

  @Override
  public boolean storesInfinities() {
    return true;
  }

  @Override
  public BulkWriter write(Connection connection, String table, List<Column> columns)
      throws SQLException {
    String names =
        columns.stream().map(c -> '"' + c.name() + '"').collect(Collectors.joining(", "));
    String sql = "COPY " + table + " (" + names + ") FROM STDIN (FORMAT BINARY)";
    PGConnection postgres = connection.unwrap(PGConnection.class);
    return new CopyWriter(postgres.getCopyAPI().copyIn(sql), columns.size());
  }

  @Override
  public void read(Connection connection, Query query, DatapointColumns receiver)
      throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    String sql = "COPY (" + withLiterals(postgres, query) + ") TO STDOUT (FORMAT BINARY)";
    CopyOut copy = postgres.getCopyAPI().copyOut(sql);
    try {
      boolean first = true;
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        ByteBuffer in = ByteBuffer.wrap(row, first ? HEADER : 0, row.length - (first ? HEADER : 0));
        first = false;
        if (in.hasRemaining() && in.getShort() != END) {
          hand(in, receiver);
        }
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void hand(ByteBuffer in, DatapointColumns receiver) {
    in.getInt();
    long millis = in.getLong();
    double value = in.getInt() < 0 ? Double.NaN : in.getDouble();
    receiver.row(millis, value, text(in), text(in));
  }

  private static String text(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0) {
      return null;
    }
    ByteBuffer bytes = in.slice(in.position(), length);
    in.position(in.position() + length);
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  /** COPY takes no arguments; the driver quotes them as the server's settings ask for. */
  private static String withLiterals(PGConnection postgres, Query query) throws SQLException {
    StringBuilder sql = new StringBuilder();
    int argument = 0;
    for (char c : query.text().toCharArray()) {
      if (c == '?') {
        Object value = query.arguments().get(argument++);
        sql.append(
            value instanceof Number
                ? value.toString()
                : "'" + postgres.escapeLiteral((String) value) + "'");
      } else {
        sql.append(c);
      }
    }
    return sql.toString();
  }
}

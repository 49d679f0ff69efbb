package io.dtkspark.store.mysql;

import io.dtkspark.store.jdbc.Query;
import io.dtkspark.store.jdbc.Statements;
import io.dtkspark.store.server.BulkPath;
import io.dtkspark.store.server.BulkWriter;
import io.dtkspark.table.Column;
import io.dtkspark.table.DatapointColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes with LOAD DATA LOCAL where the server allows it; reads row by row in binary form. */
final class LoadDataPath implements BulkPath {

  @Override
  public boolean storesInfinities() {
    return false;
  }

  @Override
  public BulkWriter write(Connection connection, String table, List<Column> columns)
      throws SQLException {
    String names =
        columns.stream().map(c -> '`' + c.name() + '`').collect(Collectors.joining(", ", "(", ")"));
    boolean allowed =
        new Statements(connection)
            .list(Query.of("SELECT @@GLOBAL.local_infile"), row -> row.getInt(1))
            .contains(1);
    return allowed
        ? new LoadDataWriter(connection, table, names)
        : new InsertWriter(connection, table, names, columns.size());
  }

  @Override
  public void read(Connection connection, Query query, DatapointColumns receiver)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query.text())) {
      // The driver's word for "row by row"; otherwise it holds the whole result in memory.
      statement.setFetchSize(Integer.MIN_VALUE);
      Statements.bind(statement, query.arguments());
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          long millis = result.getLong(1);
          double stored = result.getDouble(2);
          double value = result.wasNull() ? Double.NaN : stored;
          receiver.row(millis, value, result.getString(3), result.getString(4));
        }
      }
    }
  }
}

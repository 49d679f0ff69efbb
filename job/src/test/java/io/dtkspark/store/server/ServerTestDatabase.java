package io.dtkspark.store.server;

import io.dtkspark.config.Profile;
import io.dtkspark.store.TestDatabase;
import io.dtkspark.store.jdbc.JdbcSession;
import io.dtkspark.store.jdbc.Query;
import io.dtkspark.store.jdbc.Statements;
import io.dtkspark.table.ColumnKind;
import io.dtkspark.table.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Locations of their own on a server, looked at with plain SQL and dropped in the end. */
public abstract class ServerTestDatabase implements TestDatabase {

  private final Profile profile;
  private final JdbcSession.Connector connector;
  private final String quote;

  protected ServerTestDatabase(Profile profile, JdbcSession.Connector connector, String quote) {
    this.profile = profile;
    this.connector = connector;
    this.quote = quote;
  }

  /** An expression that shows a moment as text, in the form that {@link TestDatabase} asks for. */
  protected abstract String momentText(String column);

  /** A statement that drops a location with all that is in it. */
  protected abstract String drop(String location);

  @Override
  public Profile profile() {
    return profile;
  }

  @Override
  public List<String> rows(Table table, String... columns) {
    List<ColumnKind> kinds = Stream.of(columns).map(name -> kind(table, name)).toList();
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      String column = quoted(columns[i]);
      selected.add(kinds.get(i) == ColumnKind.TIME ? momentText(column) : column);
    }
    String sql =
        "SELECT " + String.join(",", selected) + from(table) + " ORDER BY " + list(table.key());
    return query(sql, row -> text(row, kinds, columns));
  }

  /** What to read from. */
  protected String from(Table table) {
    return " FROM " + name(table.name());
  }

  private static ColumnKind kind(Table table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow()
        .kind();
  }

  private static String text(ResultSet row, List<ColumnKind> kinds, String... columns)
      throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      Object value =
          switch (kinds.get(i)) {
            case DOUBLE -> row.getDouble(i + 1);
            case BOOLEAN -> row.getBoolean(i + 1);
            default -> row.getString(i + 1);
          };
      values.add(columns[i] + "=" + (row.wasNull() ? null : value));
    }
    return String.join(", ", values);
  }

  @Override
  public void insert(Table table, Map<String, Object> row) {
    List<String> columns = List.copyOf(row.keySet());
    String values =
        columns.stream().map(c -> "'" + row.get(c) + "'").collect(Collectors.joining(","));
    run("INSERT INTO " + name(table.name()) + " (" + list(columns) + ") VALUES (" + values + ")");
  }

  /** Runs one statement. */
  public void run(String sql) {
    try (Connection connection = connector.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** The rows of a query, each made into text. */
  public List<String> query(String sql, Statements.RowReader<String> reader) {
    try (Connection connection = connector.connect()) {
      return new Statements(connection).list(Query.of(sql), reader);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Override
  public void close() {
    run(drop(quoted(profile.internalLocation())));
    run(drop(quoted(profile.dataLocation())));
  }

  /** A table of the internal location, quoted. */
  public final String name(String table) {
    return quoted(profile.internalLocation()) + "." + quoted(table);
  }

  protected final String quoted(String name) {
    return quote + name.replace(quote, quote + quote) + quote;
  }

  private String list(List<String> names) {
    return names.stream().map(this::quoted).collect(Collectors.joining(","));
  }
}

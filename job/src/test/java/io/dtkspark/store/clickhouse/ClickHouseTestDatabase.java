package io.dtkspark.store.clickhouse;

import com.clickhouse.data.ClickHouseFormat;
import io.dtkspark.config.Profile;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.clickhouse.ClickHouseServer;
import io.dtkspark.source.clickhouse.RowBinaryInput;
import io.dtkspark.store.TestDatabase;
import io.dtkspark.store.server.TestServer;
import io.dtkspark.table.Column;
import io.dtkspark.table.ColumnKind;
import io.dtkspark.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Databases on the ClickHouse server of the tests, with names that only work when quoted. */
public final class ClickHouseTestDatabase implements TestDatabase {

  private static final String SERVER = "DTK_TEST_CLICKHOUSE_URL";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Profile profile;
  private final ClickHouseServer server;

  private ClickHouseTestDatabase(Profile profile) {
    this.profile = profile;
    this.server = new ClickHouseServer(profile, "test", ErrorCode.STORE);
  }

  /** Databases of its own. */
  public static ClickHouseTestDatabase create() {
    return create(TestServer.of(SERVER));
  }

  /** Databases of its own on a server. */
  public static ClickHouseTestDatabase create(TestServer server) {
    String suffix = ProcessHandle.current().pid() + " " + DATABASES.incrementAndGet();
    return new ClickHouseTestDatabase(
        server.profile("clickhouse", "in `x` " + suffix, "order's " + suffix));
  }

  /** The same with names that need quotes, but no escapes within them. */
  public static ClickHouseTestDatabase createWithoutEscapes() {
    String suffix = ProcessHandle.current().pid() + " " + DATABASES.incrementAndGet();
    return new ClickHouseTestDatabase(
        TestServer.of(SERVER).profile("clickhouse", "in-side " + suffix, "data " + suffix));
  }

  @Override
  public Profile profile() {
    return profile;
  }

  @Override
  public List<String> rows(Table table, String... columns) {
    String selected =
        Stream.of(columns)
            .map(column -> "CAST(`" + column + "`, 'Nullable(String)')")
            .collect(Collectors.joining(","));
    String order = table.key().stream().map(c -> "`" + c + "`").collect(Collectors.joining(","));
    String sql =
        "SELECT "
            + selected
            + " FROM "
            + name(table.name())
            + (table.version().isPresent() ? " FINAL" : "")
            + " ORDER BY "
            + order;
    return query(
        sql,
        row -> {
          List<String> values = new ArrayList<>();
          for (String column : columns) {
            values.add(column + "=" + (row.flag() ? null : shown(table, column, row.text())));
          }
          return String.join(", ", values);
        });
  }

  private static String shown(Table table, String name, String value) {
    ColumnKind kind =
        table.columns().stream()
            .filter(column -> column.name().equals(name))
            .map(Column::kind)
            .findFirst()
            .orElseThrow();
    return switch (kind) {
      case TIME -> value.replaceFirst("\\.?0+$", "").replaceFirst(":0?$", ":00");
      case DOUBLE -> String.valueOf(Double.parseDouble(value.replace("inf", "Infinity")));
      default -> value;
    };
  }

  @Override
  public void insert(Table table, Map<String, Object> row) {
    List<String> columns = List.copyOf(row.keySet());
    String names = columns.stream().map(c -> "`" + c + "`").collect(Collectors.joining(","));
    String values =
        columns.stream().map(c -> "'" + row.get(c) + "'").collect(Collectors.joining(","));
    run("INSERT INTO " + name(table.name()) + " (" + names + ") VALUES (" + values + ")");
  }

  /** Runs one statement. */
  public void run(String sql) {
    server.run(sql);
  }

  /** The rows of a query. */
  <T> List<T> query(String sql, ClickHouseSession.RowReader<T> reader) {
    List<T> rows = new ArrayList<>();
    server.read(
        sql,
        ClickHouseFormat.RowBinary,
        result -> {
          RowBinaryInput input = new RowBinaryInput(result);
          while (input.hasNext()) {
            rows.add(reader.read(input));
          }
        });
    return rows;
  }

  @Override
  public void close() {
    run("DROP DATABASE IF EXISTS " + internal());
    run("DROP DATABASE IF EXISTS " + data());
    server.close();
  }

  /** A table of the internal database, quoted. */
  String name(String table) {
    return internal() + ".`" + table + "`";
  }

  /** The database of the tables, quoted. */
  String internal() {
    return quoted(profile.internalLocation());
  }

  /** The database of the user's data, quoted. */
  String data() {
    return quoted(profile.dataLocation());
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}

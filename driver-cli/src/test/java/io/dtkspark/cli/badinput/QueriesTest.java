package io.dtkspark.cli.badinput;

import io.dtkspark.cli.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** Metrics whose datapoints cannot be loaded: schedule, template, query, files or data. */
class QueriesTest extends Failures {

  @Override
  List<FailingMetric> metrics() {
    return Stream.of(schedules(), templates(), files(), sql(), timestamps(), values())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  int storedDatapoints() {
    return 0;
  }

  @Override
  void prepare(TestProject files) throws IOException {
    super.prepare(files);
    byte[] latin1 = "SELECT 'é'".getBytes(StandardCharsets.ISO_8859_1);
    files.write("queries/latin1.sql", "");
    Files.write(files.root().resolve("queries/latin1.sql"), latin1);
    files.write("queries/unknown_name.sql", "SELECT\n  '{{ dtk_start }}'\n");
    files.write("not_a_database.duckdb", "text\n".repeat(2000));
    files.write(
        "profiles.yml",
        GoodProject.PROFILES.replace(
            "alert_channels:",
            """
              text: {type: duckdb, path: not_a_database.duckdb}
              far: {type: duckdb, path: no/such/directory.duckdb}
              shop: {type: postgres, host: 127.0.0.1, port: 1, user: u, password: sesame-shop,
                database: d, internal_schema: i, data_schema: s}
              till: {type: mysql, host: 127.0.0.1, port: 1, user: u, password: sesame-till,
                internal_database: i, data_database: d}
            alert_channels:"""));
  }

  private static List<FailingMetric> schedules() {
    String line = "query: FROM src\n";
    return List.of(
        FailingMetric.of(
            "interval-of-no-unit",
            "interval: soon\n" + line,
            "CONFIG",
            ":2: interval: got \"soon\"",
            "10min"),
        FailingMetric.of(
            "interval-of-zero", "interval: 0\n" + line, "CONFIG", ":2: interval: got 0"),
        FailingMetric.of(
            "interval-negative", "interval: -60\n" + line, "CONFIG", ":2: interval: got -60"));
  }

  private static List<FailingMetric> templates() {
    return List.of(
        query(
            "undefined-name",
            "SELECT {{ dtk_start }}",
            "CONFIG",
            "line 1",
            "dtk_start",
            "dtk_start_time"),
        query("open-tag", "SELECT {{ dtk_start_time", "CONFIG", "line 1"),
        query("unclosed-block", "SELECT {% if true %} 1", "CONFIG", "line 1", "endif"),
        query("unknown-tag", "SELECT {% sql %}", "CONFIG", "line 1", "sql"),
        query("unknown-filter", "SELECT {{ dtk_start_time | shout }}", "CONFIG", "line 1", "shout"),
        query("include", "{% include '/etc/passwd' %}", "CONFIG", "line 1", "include"),
        query("import", "{% import 'os' as os %}", "CONFIG", "line 1", "import"),
        query("attribute-of-class", "{{ ''.__class__.__mro__ }}", "CONFIG", "line 1", "__class__"),
        query("endless-loop", "{% for i in range(10 ** 9) %}x{% endfor %}", "CONFIG", "line 1"),
        query("division-by-zero", "SELECT {{ 1 / 0 }}", "CONFIG", "line 1", "zero"));
  }

  private static List<FailingMetric> files() {
    return List.of(
        keys(
            "query-file-missing",
            "query_file: sql/no.sql",
            "CONFIG",
            "query_file",
            "sql/no.sql",
            "create it or fix"),
        keys(
            "query-file-latin-1",
            "query_file: queries/latin1.sql",
            "CONFIG",
            "queries/latin1.sql",
            "is not UTF-8"),
        keys("query-file-directory", "query_file: metrics", "CONFIG", "query_file", "metrics"),
        keys(
            "query-file-template",
            "query_file: queries/unknown_name.sql",
            "CONFIG",
            "line 2",
            "dtk_start"),
        query(
            "csv-missing",
            "FROM read_csv('data/no.csv')",
            "SOURCE",
            "profile 'dev'",
            "data/no.csv"),
        keys(
            "source-not-a-database",
            "query: FROM src\nsource_profile: text",
            "SOURCE",
            "profile 'text'",
            "not a DuckDB database"),
        keys(
            "source-without-directory",
            "query: FROM src\nsource_profile: far",
            "SOURCE",
            "profile 'far'",
            "there is no directory"),
        keys(
            "source-snowflake",
            "query: FROM src\nsource_profile: cloud",
            "CONFIG",
            "profile 'cloud'",
            "'snowflake'",
            "supported so far: clickhouse, duckdb, mariadb, mysql, postgres"),
        keys(
            "source-clickhouse",
            "query: FROM src\nsource_profile: house",
            "SOURCE",
            "profile house (clickhouse 127.0.0.1:1)",
            "cannot be reached"),
        keys(
            "source-postgres",
            "query: FROM src\nsource_profile: shop",
            "SOURCE",
            "profile shop (postgres 127.0.0.1:1)",
            "cannot be reached"),
        keys(
            "source-mysql",
            "query: FROM src\nsource_profile: till",
            "SOURCE",
            "profile till (mysql 127.0.0.1:1)",
            "cannot be reached"),
        keys(
            "source-motherduck",
            "query: FROM src\nsource_profile: lake",
            "CONFIG",
            "profile 'lake'",
            "MotherDuck"));
  }

  private static List<FailingMetric> sql() {
    return List.of(
        query("syntax-error", "SELEKT 1", "SOURCE", "profile 'dev'", "syntax error"),
        query("no-such-table", "FROM no_such_table", "SOURCE", "profile 'dev'", "no_such_table"),
        query("no-such-column", "SELECT nothing FROM src", "SOURCE", "profile 'dev'", "nothing"),
        query(
            "fails-on-a-row", "SELECT timestamp, error('row') AS value FROM src", "SOURCE", "row"),
        query(
            "no-timestamp-column",
            "SELECT timestamp AS ts, value FROM src",
            "SOURCE",
            "no column 'timestamp'",
            "[ts, value]",
            "query_columns"),
        query(
            "no-value-column",
            "SELECT timestamp, value AS v FROM src",
            "SOURCE",
            "no column 'value'",
            "[timestamp, v]",
            "query_columns"),
        keys(
            "no-seasonality-column",
            "query: FROM src\nquery_columns: {seasonality: [shop]}",
            "SOURCE",
            "no column 'shop'",
            "[timestamp, value]"));
  }

  private static List<FailingMetric> timestamps() {
    return List.of(
        timestamp("timestamp-null", "NULL::TIMESTAMP", "holds NULL", "filter such rows"),
        timestamp("timestamp-double", "1.5::DOUBLE", "has type DOUBLE", "ISO 8601"),
        timestamp("timestamp-boolean", "true", "has type BOOLEAN", "ISO 8601"),
        timestamp("timestamp-blob", "'x'::BLOB", "has type BLOB", "ISO 8601"),
        timestamp("timestamp-time", "TIME '10:00:00'", "has type TIME", "ISO 8601"),
        timestamp("timestamp-list", "[timestamp]", "has type TIMESTAMP[]", "ISO 8601"),
        timestamp("timestamp-text", "'yesterday'", "'yesterday'", "YYYY-MM-DD HH:MM:SS"),
        timestamp("timestamp-text-no-date", "'2024-02-30'", "'2024-02-30'", "is no timestamp"));
  }

  private static List<FailingMetric> values() {
    return List.of(
        value("value-text", "'many'", "the value column 'value' holds 'many'", "is no number"),
        value("value-text-hex", "'0x10'", "holds '0x10'", "is no number"),
        value("value-empty-text", "''", "holds ''", "is no number"),
        value("value-blob", "'x'::BLOB", "has type BLOB: return a number"),
        value("value-timestamp", "timestamp", "has type TIMESTAMP: return a number"),
        value("value-interval", "INTERVAL 1 HOUR", "has type INTERVAL: return a number"),
        value("value-list", "[1, 2]", "has type INTEGER[]: return a number"),
        seasonality("seasonality-decimal", "1.5::DECIMAL(4, 2)", "DECIMAL(4,2)"),
        seasonality("seasonality-blob", "'x'::BLOB", "BLOB"),
        seasonality("seasonality-huge", "36893488147419103232::HUGEINT", "HUGEINT"));
  }

  private static FailingMetric timestamp(String name, String expression, String... says) {
    return query(name, "SELECT " + expression + " AS timestamp, value FROM src", source(says));
  }

  private static FailingMetric value(String name, String expression, String... says) {
    return query(name, "SELECT timestamp, " + expression + " AS value FROM src", source(says));
  }

  private static FailingMetric seasonality(String name, String expression, String type) {
    String columns = "query_columns: {seasonality: [shop]}";
    return keys(
        name,
        "query: SELECT timestamp, value, " + expression + " AS shop FROM src\n" + columns,
        "SOURCE",
        "the seasonality column 'shop' has type " + type,
        "cast it to an integer, a double or text");
  }

  private static String[] source(String... says) {
    return Stream.concat(Stream.of("SOURCE"), Stream.of(says)).toArray(String[]::new);
  }

  private static FailingMetric query(String name, String sql, String... says) {
    return keys(name, "query: |\n  " + sql, says);
  }

  private static FailingMetric keys(String name, String yaml, String... says) {
    return FailingMetric.of(name, "interval: 1h\n" + yaml + "\n", says);
  }
}

package io.dtkspark.source.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.MetricSource;
import io.dtkspark.source.MetricSources;
import io.dtkspark.source.SourceRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Values of every type and queries of every shape, against what detectkit's loader makes of them on
 * the same kind of server; {@code record_values.py} tells how that was recorded.
 */
@Timeout(120)
public abstract class RecordedContract {

  private static final QueryColumns COLUMNS = new QueryColumns("timestamp", "value", List.of("v"));

  /** The end of the range that was loaded, which is not in it. */
  private static final long END = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  private static final String FAILS = "-";

  private MetricSource source;

  /** The server of the tests. */
  protected abstract Profile profile();

  /** A connection to it. */
  protected abstract Connection connect() throws SQLException;

  @BeforeEach
  void makeTables() throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : lines("tables.sql")) {
        statement.execute(sql);
      }
    }
    source = MetricSources.open(profile());
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void valuesAreWhatDetectkitMakesOfThem() throws IOException {
    List<String> ours = new ArrayList<>();
    for (String line : lines("values.tsv")) {
      ours.add(values(line.split("\t", -1)[0]));
    }
    assertEquals(asText(lines("values.tsv")), asText(ours));
  }

  @Test
  void queriesReturnWhatDetectkitReadsFromThem() throws IOException {
    List<String> ours = new ArrayList<>();
    for (String line : lines("queries.tsv")) {
      String sql = line.split("\t", -1)[0];
      ours.add(sql + "\t" + rows(sql, (millis, value, seasonality) -> python(value), ""));
    }
    assertEquals(asText(lines("queries.tsv")), asText(ours));
  }

  private String values(String expression) {
    return String.join(
        "\t",
        expression,
        rows(
            "SELECT DATE '2024-01-01' AS timestamp, 1 AS value, "
                + expression
                + " AS v FROM dtk_values",
            (millis, value, seasonality) -> seasonality,
            " column 'v'"),
        rows(
            "SELECT DATE '2024-01-01' AS timestamp, "
                + expression
                + " AS value, 1 AS v FROM dtk_values",
            (millis, value, seasonality) -> python(value),
            " column 'value'"),
        rows(
            "SELECT " + expression + " AS timestamp, 1 AS value, 1 AS v FROM dtk_values",
            (millis, value, seasonality) -> String.valueOf(millis),
            " column 'timestamp'"));
  }

  /**
   * What the rows show; {@link #FAILS} where the query is refused with a message that names {@code
   * part}.
   */
  private String rows(String sql, Shown shown, String part) {
    List<String> rows = new ArrayList<>();
    SourceRow row =
        (millis, value, seasonality) -> rows.add(shown.show(millis, value, seasonality));
    try {
      source.query(sql, COLUMNS, END, row);
      return rows.isEmpty() ? "none" : String.join(" ", rows);
    } catch (DtkException e) {
      assertEquals(ErrorCode.SOURCE, e.code());
      assertTrue(e.getMessage().contains(part), e.getMessage());
      return FAILS;
    }
  }

  /** As Python writes it, in so far as the recordings need it. */
  private static String python(double value) {
    return String.valueOf(value)
        .replace("Infinity", "inf")
        .replace("NaN", "nan")
        .replace("E-", "e-");
  }

  /** Numbers in the one way in which Java writes them. */
  private static String asText(List<String> lines) {
    Function<String, String> canonical =
        line -> {
          String[] fields = line.split("\t", -1);
          if (fields.length == 4 && fields[2].matches("-?[0-9].*")) {
            fields[2] = String.valueOf(Double.parseDouble(fields[2]));
          }
          return String.join("\t", fields);
        };
    return lines.stream().map(canonical).collect(Collectors.joining("\n"));
  }

  private List<String> lines(String resource) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                getClass().getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }

  private interface Shown {
    String show(long millis, double value, String seasonality);
  }
}

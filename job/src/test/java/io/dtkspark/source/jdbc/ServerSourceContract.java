package io.dtkspark.source.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.MetricSource;
import io.dtkspark.source.MetricSources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What database servers have in common as sources. */
@Timeout(120)
public abstract class ServerSourceContract {

  private static final String POOR = "dtk_poor";
  private static final String PASSWORD = "sesame open";

  /** Counts 0 to 489,999. */
  private static final String ROWS =
      "WITH RECURSIVE d AS (SELECT 0 AS i UNION ALL SELECT i + 1 FROM d WHERE i < 699)"
          + " SELECT DATE '2024-01-01' AS timestamp, %s AS value FROM"
          + " (SELECT a.i * 700 + b.i AS n FROM d a CROSS JOIN d b) AS t";

  private MetricSource source;

  /** The server of the tests. */
  protected abstract Profile profile();

  /** A connection to it. */
  protected abstract Connection connect() throws SQLException;

  /** Statements that make a user who may connect and nothing else; they may fail when it exists. */
  protected abstract List<String> createUser(String name, String password);

  /** An expression of {@code n} that fails where {@code n} is 400,000. */
  protected abstract String failingLate();

  @BeforeEach
  void open() {
    source = MetricSources.open(profile());
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void rowsComeInTheOrderOfTheQueryWithoutThoseTooLate() {
    String sql =
        "SELECT 3 AS timestamp, 3 AS value UNION ALL SELECT 4, 4 UNION ALL SELECT 2, 2"
            + " ORDER BY timestamp DESC";
    assertEquals(List.of(3.0, 2.0), values(source, sql, 4));
  }

  @Test
  void hundredsOfThousandsOfRowsAreConvertedWhileTheyArrive() {
    double[] sum = {0};
    source.query(
        ROWS.formatted("n"),
        QueryColumns.DEFAULT,
        Long.MAX_VALUE,
        (millis, value, seasonality) -> sum[0] += value);
    assertEquals(490_000 * (489_999 / 2.0), sum[0]);
  }

  /** A result that was read whole before its first row would give none. */
  @Test
  void aQueryThatFailsInTheMiddleHasGivenItsFirstRows() {
    List<Double> values = new ArrayList<>();
    DtkException failure =
        assertThrows(
            DtkException.class,
            () ->
                source.query(
                    ROWS.formatted(failingLate()),
                    QueryColumns.DEFAULT,
                    Long.MAX_VALUE,
                    (millis, value, seasonality) -> values.add(value)));
    assertTrue(values.size() > 300_000, () -> values.size() + " rows");
    assertReported(failure, "profile test (" + profile().type());
  }

  @Test
  void aResultThatIsLeftInTheMiddleIsNotReadToItsEnd() {
    IllegalStateException enough =
        assertThrows(
            IllegalStateException.class,
            () ->
                source.query(
                    ROWS.formatted("n"),
                    QueryColumns.DEFAULT,
                    Long.MAX_VALUE,
                    (millis, value, seasonality) -> {
                      if (value == 3000) {
                        throw new IllegalStateException("enough");
                      }
                    }));
    assertEquals("enough", enough.getMessage());
    assertEquals(List.of(7.0), values(source, "SELECT 1 AS timestamp, 7 AS value", 2));
  }

  @Test
  void anInterruptedThreadStopsReading() {
    Thread.currentThread().interrupt();
    try {
      assertFails(source, ROWS.formatted("n"), "interrupted");
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals(List.of(7.0), values(source, "SELECT 1 AS timestamp, 7 AS value", 2));
  }

  @Test
  void anEmptyResultAndAStatementWithoutOneHaveNoRows() {
    assertEquals(List.of(), values(source, "SELECT 1 AS other FROM (SELECT 1) t WHERE 1 = 0", 1));
    assertEquals(List.of(), values(source, "DROP TABLE IF EXISTS dtk_no_such_table", 1));
  }

  @Test
  void aQueryThatFailsIsReportedWithItsProfile() {
    assertFails(source, "SELECT * FROM dtk_nowhere", "profile test", "dtk_nowhere");
    assertFails(source, "SELEKT 1", "profile test", "SELEKT");
  }

  @Test
  void aMissingColumnIsReportedWithThoseThereAre() {
    assertFails(source, "SELECT 1 AS value, 2 AS t", "'timestamp'", "[value, t]", "query_columns");
    assertFails(source, "SELECT 1 AS timestamp, 2 AS v", "'value'", "[timestamp, v]");
  }

  @Test
  void aTimestampThatIsNoneIsReported() {
    assertFails(source, "SELECT NULL AS timestamp, 1 AS value", "'timestamp'", "NULL");
    assertFails(source, "SELECT 'soon' AS timestamp, 1 AS value", "'soon'", "'timestamp'");
    assertFails(source, "SELECT 1.5 AS timestamp, 1 AS value", "'timestamp'", "has type");
    assertFails(source, "SELECT 1 AS timestamp, 'many' AS value", "'value'", "'many'");
  }

  @Test
  void aWrongPasswordIsReportedWithTheUserAndWithoutThePassword() {
    Profile profile = profile();
    Profile wrong = with(profile.port(), profile.user(), PASSWORD, profile.database());
    assertRefused(wrong, "SELECT 1", "refuses the user '" + profile.user() + "'", "`password`");
  }

  @Test
  void anUnknownDatabaseIsReported() {
    Profile profile = profile();
    Profile wrong = with(profile.port(), profile.user(), profile.password(), "dtk nowhere");
    assertRefused(wrong, "SELECT 1", "dtk nowhere", "check `database`");
  }

  @Test
  void aServerThatIsDownIsReported() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Profile profile = profile();
    Profile down = with(port, profile.user(), profile.password(), profile.database());
    assertRefused(down, "SELECT 1", "cannot be reached", ":" + port, "`host` and `port`");
  }

  @Test
  void missingRightsAreReportedWithTheUser() throws SQLException {
    run("CREATE TABLE IF NOT EXISTS dtk_private (value INTEGER)");
    for (String sql : createUser(POOR, PASSWORD)) {
      run(sql);
    }
    Profile poor = with(profile().port(), POOR, PASSWORD, profile().database());
    assertRefused(poor, "SELECT * FROM dtk_private", "dtk_private", "grant the user '" + POOR);
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Profile with(int port, String user, String password, String database) {
    Profile profile = profile();
    return new Profile(
        profile.name(),
        profile.type(),
        profile.host(),
        port,
        user,
        password,
        database,
        null,
        false,
        profile.internalLocation(),
        profile.dataLocation(),
        Map.of());
  }

  private static void assertRefused(Profile profile, String sql, String... parts) {
    try (MetricSource source = MetricSources.open(profile)) {
      assertFails(source, sql, parts);
    }
  }

  private static void assertFails(MetricSource source, String sql, String... parts) {
    assertReported(
        assertThrows(DtkException.class, () -> values(source, sql, Long.MAX_VALUE)), parts);
  }

  private static void assertReported(DtkException failure, String... parts) {
    assertEquals(ErrorCode.SOURCE, failure.code());
    for (String part : parts) {
      assertTrue(failure.getMessage().contains(part), failure.getMessage());
    }
    assertFalse(failure.getMessage().contains(PASSWORD), failure.getMessage());
  }

  private static List<Double> values(MetricSource source, String sql, long before) {
    List<Double> values = new ArrayList<>();
    source.query(
        sql, QueryColumns.DEFAULT, before, (millis, value, seasonality) -> values.add(value));
    return values;
  }
}

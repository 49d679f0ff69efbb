package io.dtkspark.store.clickhouse.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import io.dtkspark.store.clickhouse.ClickHouseTestDatabase;
import io.dtkspark.store.clickhouse.RowTransport;
import io.dtkspark.store.clickhouse.StagedRows;
import io.dtkspark.table.Column;
import io.dtkspark.table.DatapointColumns;
import io.dtkspark.table.DatapointsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes through the connector itself, next to the built-in client, and what does not. */
@Tag("clickhouse-connector")
class ConnectorTransportTest {

  private static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

  private final ClickHouseTestDatabase database = ClickHouseTestDatabase.createWithoutEscapes();
  private final RecordingTransport client = new RecordingTransport();
  private ConnectorTransport connector;
  private StateStore store;

  @BeforeEach
  void open() {
    store = StateStores.open(database.profile());
    store.createTables();
    connector = new ConnectorTransport(database.profile(), client);
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "it's",
        "x' OR '1'='1",
        "x'; DROP TABLE _dtk_datapoints; --",
        "\"quoted\" `names`",
        "100%_like",
        "{p:String} ? $1",
        "two\nlines\tand a tab",
        "загрузка ü 温度 \uD83D\uDE00",
      })
  void namesArePushedAsTheyAre(String name) {
    insert(name, "2024-01-01 00:00:00.000", "1");
    insert("other", "2024-01-01 00:00:00.000", "2");
    assertEquals(List.of("1704067200000 1.0 {} hour"), read(name, ALL));
    assertEquals(read(store::readDatapoints, name, ALL), read(name, ALL));
    assertEquals(List.of(), client.metrics);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ends in \\", "\\' OR 1=1 --", "a\\nb", "zero \0"})
  void namesThatTheConnectorWouldNotEscapeAreReadByTheClient(String name) {
    connector.readDatapoints(name, ALL, (time, value, data, columns) -> {});
    assertEquals(List.of(name), client.metrics);
  }

  @Test
  void bothBoundsArePushedWithMilliseconds() {
    insert("cpu", "2024-01-01 00:00:00.499", "1");
    insert("cpu", "2024-01-01 00:00:00.500", "2");
    insert("cpu", "2024-01-01 00:00:00.999", "3");
    insert("cpu", "2024-01-01 00:00:01.000", "4");
    TimeRange half = new TimeRange(1704067200500L, 1704067201000L);
    assertEquals(
        List.of("1704067200500 2.0 {} hour", "1704067200999 3.0 {} hour"), read("cpu", half));
  }

  @Test
  void onlyTheNewestVersionOfARowIsRead() {
    insert("cpu", "2024-01-01 00:00:00.000", "1", "2024-02-01 00:00:00.000");
    insert("cpu", "2024-01-01 00:00:00.000", "2", "2024-02-02 00:00:00.000");
    assertEquals(List.of("1704067200000 2.0 {} hour"), read("cpu", ALL));
  }

  @Test
  void whatIsNoFiniteNumberIsReadAsTheClientReadsIt() {
    insert("cpu", "2024-01-01 00:00:00.000", "nan");
    insert("cpu", "2024-01-01 00:00:01.000", "inf");
    insert("cpu", "2024-01-01 00:00:02.000", "-inf");
    insert("cpu", "2024-01-01 00:00:03.000", "-0.0");
    database.run(
        "INSERT INTO `"
            + database.profile().internalLocation()
            + "`.`_dtk_datapoints` (metric_name, timestamp, value) VALUES ('cpu',"
            + " '2024-01-01 00:00:04.000', NULL)");
    assertEquals(read(store::readDatapoints, "cpu", ALL), read("cpu", ALL));
    assertEquals(5, read("cpu", ALL).size());
  }

  @Test
  void rowsOfManyPartsComeInOrderOfTime() {
    for (int second : new int[] {7, 3, 9, 1, 5}) {
      insert("cpu", "2024-01-01 00:00:0" + second + ".000", String.valueOf(second));
    }
    assertEquals(read(store::readDatapoints, "cpu", ALL), read("cpu", ALL));
  }

  @Test
  void textsAreLeftOnTheServerWhenNobodyReadsThem() {
    insert("cpu", "2024-01-01 00:00:00.000", "1");
    List<String> texts = new ArrayList<>();
    connector.readDatapoints(
        "cpu",
        ALL,
        new DatapointColumns() {
          @Override
          public void row(long time, double value, String data, String columns) {
            texts.add(data + " " + columns);
          }

          @Override
          public boolean readsSeasonality() {
            return false;
          }
        });
    assertEquals(List.of("null null"), texts);
  }

  @Test
  void aWrongPasswordIsAFailureThatNamesTheServerAndNotThePassword() {
    Profile own = database.profile();
    Profile wrong =
        new Profile(
            own.name(),
            own.type(),
            own.host(),
            own.port(),
            own.user(),
            "s3cret-and-wrong",
            own.database(),
            own.path(),
            false,
            own.internalLocation(),
            own.dataLocation(),
            own.settings());
    RowTransport refused = new ConnectorTransport(wrong, client);
    DtkException e =
        assertThrows(DtkException.class, () -> read(refused::readDatapoints, "cpu", ALL));
    assertEquals(ErrorCode.STORE, e.code());
    assertTrue(e.getMessage().contains(own.host() + ":" + own.port()), e.getMessage());
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      assertTrue(!String.valueOf(cause.getMessage()).contains("s3cret"), cause.toString());
    }
  }

  @Test
  void theDriverChoosesTheConnectorUnlessToldOtherwise() {
    SparkConf unset = new SparkConf(false);
    SparkConnector.choose(unset);
    assertTrue(SparkConnector.isChosen(unset));
    SparkConf refused = new SparkConf(false).set(SparkConnector.CHOICE, "false");
    SparkConnector.choose(refused);
    assertTrue(!SparkConnector.isChosen(refused));
    assertNotNull(SparkConnector.catalog());
  }

  private void insert(String metric, String time, String value) {
    insert(metric, time, value, "2024-02-01 00:00:00.000");
  }

  private void insert(String metric, String time, String value, String createdAt) {
    database.insert(
        DatapointsTable.TABLE,
        Map.of(
            "metric_name",
            metric.replace("'", "''"),
            "timestamp",
            time,
            "value",
            value,
            "seasonality_data",
            "{}",
            "interval_seconds",
            1,
            "seasonality_columns",
            "hour",
            "created_at",
            createdAt));
  }

  private List<String> read(String metric, TimeRange range) {
    return read(connector::readDatapoints, metric, range);
  }

  /** A way to read datapoints. */
  private interface Reading {
    void read(String metric, TimeRange range, DatapointColumns rows);
  }

  private static List<String> read(Reading reading, String metric, TimeRange range) {
    List<String> rows = new ArrayList<>();
    reading.read(
        metric,
        range,
        (time, value, data, columns) -> rows.add(time + " " + value + " " + data + " " + columns));
    return rows;
  }

  /** Remembers for which metrics it was asked. */
  private static final class RecordingTransport implements RowTransport {
    private final List<String> metrics = new ArrayList<>();

    @Override
    public void readDatapoints(String metric, TimeRange range, DatapointColumns rows) {
      metrics.add(metric);
    }

    @Override
    public StagedRows write(String table, List<Column> columns) {
      throw new AssertionError("nothing is written this way");
    }
  }
}

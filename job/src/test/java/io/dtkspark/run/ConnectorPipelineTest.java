package io.dtkspark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.report.MetricOutcome;
import io.dtkspark.run.TestProject.Range;
import io.dtkspark.store.clickhouse.ClickHouseTestDatabase;
import io.dtkspark.store.clickhouse.connector.SparkConnector;
import io.dtkspark.table.DatapointsTable;
import io.dtkspark.table.DetectionsTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs on ClickHouse by way of the Spark connector, next to those of the built-in client. */
@Tag("clickhouse-connector")
class ConnectorPipelineTest {

  private static final String ROWS_PER_INSERT = "spark.clickhouse.write.batchSize";
  private static final int CHUNK_ROWS = 500;
  private static final Range HALF =
      Range.until(Instant.parse("2024-02-15T00:00:00Z").toEpochMilli());
  private static final Range ALL =
      Range.until(Instant.parse("2024-03-01T00:00:00Z").toEpochMilli());

  private static final String LOADED =
      """
      interval: 1h
      loading_start_time: "2024-01-01 00:00:00"
      seasonality_columns: [hour, day_of_week]
      query: >
        SELECT toDateTime('2024-01-01 00:00:00', 'UTC') + number * 3600 AS timestamp,
          multiIf(number % 97 = 13, NULL, number % 101 = 50, inf, number % 89 = 7, nan,
            sin(number / 24.0) * 10 + number % 24 + if(number % 211 = 0, 100, 0)) AS value
        FROM numbers(1440)
        WHERE timestamp >= '{{ dtk_start_time }}' AND timestamp < '{{ dtk_end_time }}'
          AND number % 61 != 60
      detectors:
        - {type: zscore, params: {window_size: 60, min_samples: 10, batch_size: 77}}
        - type: mad
          params:
            window_size: 200
            min_samples: 20
            seasonality_components: [[hour], day_of_week]
      """;

  @TempDir Path directory;

  private final List<ClickHouseTestDatabase> databases = new ArrayList<>();

  @AfterEach
  void drop() {
    System.clearProperty(SparkConnector.CHOICE);
    System.clearProperty(ROWS_PER_INSERT);
    databases.forEach(ClickHouseTestDatabase::close);
  }

  @Test
  void bothWaysStoreTheSameRowsAndRerunsAddNone() {
    Stored client = new Stored("client", "false");
    Stored connector = new Stored("connector", "true");
    for (Range range : List.of(HALF, ALL, ALL, ALL.refreshed())) {
      client.run(range);
      connector.run(range);
      assertEquals(client.datapoints(), connector.datapoints());
      assertEquals(client.detections(), connector.detections());
    }
    assertEquals(3 * 1440, connector.datapoints().size());
    assertEquals(3 * 2 * 1440, connector.detections().size());
    assertEquals(List.of(false, false, false, false), client.byConnector);
    assertEquals(List.of(true, true, true, true), connector.byConnector);
  }

  @Test
  void theConnectorIsTakenWhereItIsAndGetsItsSettings() {
    System.setProperty(ROWS_PER_INSERT, "none");
    Stored unset = new Stored("unset", null);
    for (MetricOutcome outcome : unset.outcomes(HALF)) {
      assertEquals(MetricOutcome.Status.FAILED, outcome.status());
      assertTrue(outcome.error().orElseThrow().contains(ROWS_PER_INSERT), outcome.toString());
    }
    assertEquals(List.of(true), unset.byConnector);
    assertEquals(List.of(), unset.datapoints());
    System.clearProperty(ROWS_PER_INSERT);
    unset.run(HALF);
    assertEquals(3 * 1080, unset.datapoints().size());
  }

  /** A project of its own in a database of its own. */
  private final class Stored extends SilentListener {
    private final ClickHouseTestDatabase database = ClickHouseTestDatabase.createWithoutEscapes();
    private final TestProject project;
    private final String choice;
    private final List<Boolean> byConnector = new ArrayList<>();

    Stored(String name, String choice) {
      databases.add(database);
      this.choice = choice;
      Profile profile = database.profile();
      project =
          TestProject.create(directory.resolve(name))
              .profile(
                  """
                  type: clickhouse
                  host: %s
                  port: %d
                  user: %s
                  password: %s
                  internal_database: %s
                  data_database: default
                  """
                      .formatted(
                          profile.host(),
                          profile.port(),
                          profile.user(),
                          profile.password(),
                          profile.internalLocation()))
              .metric("plain", LOADED)
              .metric("Заказы-温度_1", LOADED)
              .metric("Türkçe", LOADED);
    }

    @Override
    public void clickHouseRows(boolean connector) {
      byConnector.add(connector);
    }

    void run(Range range) {
      for (MetricOutcome outcome : outcomes(range)) {
        assertEquals(MetricOutcome.Status.SUCCESS, outcome.status(), outcome.toString());
      }
    }

    List<MetricOutcome> outcomes(Range range) {
      if (choice != null) {
        System.setProperty(SparkConnector.CHOICE, choice);
      }
      List<MetricOutcome> outcomes = project.run("local[2]", CHUNK_ROWS, range, this);
      System.clearProperty(SparkConnector.CHOICE);
      assertEquals(3, outcomes.size());
      return outcomes;
    }

    List<String> datapoints() {
      return database.rows(
          DatapointsTable.TABLE,
          "metric_name",
          "timestamp",
          "value",
          "seasonality_data",
          "interval_seconds",
          "seasonality_columns");
    }

    List<String> detections() {
      return database.rows(
          DetectionsTable.TABLE,
          "metric_name",
          "detector_id",
          "detector_name",
          "timestamp",
          "is_anomaly",
          "confidence_lower",
          "confidence_upper",
          "value",
          "processed_value",
          "detector_params",
          "detection_metadata");
    }
  }
}

package io.dtkspark.cli.badinput;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dtkspark.cli.CommandLineRun;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.TestProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Metrics that fail on their own, all in one run beside a metric that works: each says what is
 * wrong, and the one that works is spared.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Failures {

  private static final int HOURS = 48;

  private TestProject project;
  private CommandLineRun run;
  private JsonNode document;

  abstract List<FailingMetric> metrics();

  /** What the metrics need besides their own files. */
  void prepare(TestProject files) throws IOException {
    files.sql(
        "CREATE TABLE src AS SELECT TIMESTAMP '2024-01-01' + to_hours(i::INTEGER) AS timestamp,"
            + " i AS value FROM range("
            + HOURS
            + ") hours(i)");
  }

  /** Selects all metrics, with {@code --json}, for the hours of {@code src}. */
  String[] command() {
    return "run -s * --json --from 2024-01-01 --to 2024-01-03".split(" ");
  }

  /** Rows of datapoints that a failed metric may keep. */
  abstract int storedDatapoints();

  @BeforeAll
  void runAllAtOnce(@TempDir Path root) throws IOException {
    project = GoodProject.create(root);
    metrics().forEach(metric -> project.write(metric.file(), metric.text()));
    project.write(
        "metrics/cpu.yml", GoodProject.METRIC.replaceFirst("query: .*", "query: FROM src"));
    prepare(project);
    run = CommandLineRun.in(root, command());
    document = Outputs.document(run);
  }

  Stream<FailingMetric> each() {
    return metrics().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("each")
  void failsWithAReason(FailingMetric metric) {
    JsonNode outcome = outcome(metric.name());
    assertEquals("failed", outcome.path("status").asText(), outcome::toString);
    String error = outcome.path("error").asText();
    assertAll(
        () -> assertTrue(error.startsWith(metric.says().get(0)), error),
        () ->
            assertAll(
                metric.says().stream().map(part -> () -> assertTrue(error.contains(part), error))),
        () -> assertTrue(run.err().contains("  ✗ Failed: " + error + "\n"), run.err()),
        () -> assertEquals("failed " + error, task(metric.name())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("each")
  void publishesNothingOfTheStepThatFailed(FailingMetric metric) {
    assertEquals(storedDatapoints(), rows("_dtk_datapoints", metric.name()));
    assertEquals(0, rows("_dtk_detections", metric.name()));
  }

  @Test
  void aMetricBesideThemSucceeds() {
    JsonNode outcome = outcome("cpu");
    assertEquals("success", outcome.path("status").asText(), outcome::toString);
    assertEquals(HOURS, outcome.path("datapoints_loaded").asInt());
    assertEquals(HOURS, rows("_dtk_datapoints", "cpu"));
    assertEquals(HOURS, rows("_dtk_detections", "cpu"));
    assertEquals("completed", task("cpu"));
  }

  @Test
  void theRunFailsWithCountsAndWithoutNoise() {
    int failed = metrics().size();
    assertEquals(ExitCodes.FAILED, run.exitCode());
    assertEquals("failed", document.path("status").asText());
    assertTrue(document.path("error").isNull());
    assertEquals(failed, document.path("totals").path("failed").asInt());
    assertEquals(1, document.path("totals").path("succeeded").asInt());
    String summary = "Done. " + (failed + 1) + " metric(s): 1 succeeded, " + failed + " failed.";
    assertTrue(run.err().contains(summary), run.err());
    Outputs.assertDiscreet(run);
  }

  private JsonNode outcome(String metric) {
    for (JsonNode outcome : document.path("metrics")) {
      if (outcome.path("name").asText().equals(metric)) {
        return outcome;
      }
    }
    throw new AssertionError(metric + " is missing in " + document);
  }

  private int rows(String table, String metric) {
    String query = "SELECT count(*) FROM detectkit.%s WHERE metric_name = '%s'";
    return Integer.parseInt(project.value(query.formatted(table, metric)));
  }

  private String task(String metric) {
    return project.value(
        "SELECT concat_ws(' ', status, error_message) FROM detectkit._dtk_tasks"
            + " WHERE metric_name = '"
            + metric
            + "'");
  }
}

package io.dtkspark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.cli.CommandLineRun;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.TestProject;
import io.dtkspark.config.Profile;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dtk unlock} and {@code dtk clean} on a DuckDB file. */
class UpkeepCommandsTest {

  /** {@code MADDetector@v3[]}: the id detectkit 0.67.2 gives a MAD detector without parameters. */
  private static final String PLAIN_MAD = "eaff858d7b85a8a9";

  private static final String ONE_MAD = "detectors: [{type: mad}]\n";

  @TempDir private Path root;
  private TestProject project;

  @BeforeEach
  void writeProject() {
    project = TestProject.create(root);
    project.writeMetric("cpu", ONE_MAD);
  }

  @Test
  void unlockClearsALockThatARunLeftBehind() {
    try (StateStore store = openState()) {
      store.locks().acquire("cpu", false);
    }
    project.writeMetric("idle", "");
    CommandLineRun run = CommandLineRun.in(root, "unlock", "--select", "*");
    assertEquals(ExitCodes.OK, run.exitCode(), run.err());
    assertEquals(
        "Project root: "
            + root
            + """

            Found 2 metric(s) to unlock

              ┌─ cpu
              └─ lock cleared
              • idle: no active lock

            Done. Cleared 1 lock(s) of 2 metric(s).
            """,
        run.out());
    assertEquals("completed", project.value("SELECT status FROM detectkit._dtk_tasks"));
  }

  @Test
  void unlockOfAnUnknownMetricFails() {
    openState().close();
    CommandLineRun run = CommandLineRun.in(root, "unlock", "-s", "absent");
    assertEquals(ExitCodes.FAILED, run.exitCode());
    assertEquals("Error: No metrics found matching selector: absent\n", run.err());
  }

  @Test
  void upkeepCreatesNoDatabase() {
    for (String command : new String[] {"unlock", "clean"}) {
      CommandLineRun run = CommandLineRun.in(root, command, "-s", "cpu");
      assertEquals(ExitCodes.FAILED, run.exitCode());
      assertTrue(run.err().contains("no state yet"), run.err());
    }
    assertFalse(Files.exists(root.resolve("state.duckdb")));
  }

  @Test
  void cleanKeepsTheDetectionsOfTheConfiguredDetector() {
    storeDetections("cpu", PLAIN_MAD, 3);
    storeDetections("cpu", "0123456789abcdef", 2);
    CommandLineRun dry = CommandLineRun.in(root, "clean", "-s", "cpu");
    assertTrue(
        dry.out().contains("  └─ detector 0123456789abcdef: would delete 2 detection row(s)\n"),
        dry.out() + dry.err());
    assertEquals("5", project.value("SELECT count(*) FROM detectkit._dtk_detections"));

    CommandLineRun run = CommandLineRun.in(root, "clean", "-s", "cpu", "--execute");
    assertEquals(ExitCodes.OK, run.exitCode(), run.err());
    assertEquals(
        PLAIN_MAD + " 3",
        project.value(
            "SELECT string_agg(DISTINCT detector_id) || ' ' || count(*)"
                + " FROM detectkit._dtk_detections"));
  }

  @Test
  void orphansArePurgedAfterAYes() {
    storeDetections("renamed", PLAIN_MAD, 4);
    storeDetections("cpu", PLAIN_MAD, 1);
    String[] purge = {"clean", "--orphaned-metrics", "--execute"};
    CommandLineRun aborted = CommandLineRun.in(root, purge);
    assertTrue(aborted.out().endsWith("Aborted.\n"), aborted.out());
    assertEquals("5", project.value("SELECT count(*) FROM detectkit._dtk_detections"));

    CommandLineRun run = CommandLineRun.answering("yes\n", root, purge);
    assertEquals(ExitCodes.OK, run.exitCode(), run.err());
    assertEquals("cpu", project.value("SELECT metric_name FROM detectkit._dtk_detections"));
  }

  @Test
  void aBrokenFileStopsThePurge() {
    storeDetections("renamed", PLAIN_MAD, 4);
    project.write("metrics/broken.yml", "name: [unclosed\n");
    CommandLineRun run =
        CommandLineRun.in(root, "clean", "--orphaned-metrics", "--execute", "--yes");
    assertEquals(ExitCodes.FAILED, run.exitCode());
    assertTrue(run.err().contains("so nothing is deleted"), run.err());
    assertEquals("4", project.value("SELECT count(*) FROM detectkit._dtk_detections"));
  }

  private StateStore openState() {
    Profile profile =
        new Profile(
            "dev",
            "duckdb",
            null,
            0,
            null,
            null,
            null,
            root.resolve("state.duckdb").toString(),
            false,
            "detectkit",
            "main",
            Map.of());
    StateStore store = StateStores.open(profile);
    store.createTables();
    return store;
  }

  private void storeDetections(String metric, String detectorId, int rows) {
    openState().close();
    project.sql(
        """
        INSERT INTO detectkit._dtk_detections
        SELECT '%s', '%s', 'MADDetector', TIMESTAMP '2024-01-01' + to_hours(i::INTEGER), false,
          NULL, NULL, 1, 1, '{}', '{}', TIMESTAMP '2024-01-02'
        FROM range(%d) AS rows(i)
        """
            .formatted(metric, detectorId, rows));
  }
}

package io.dtkspark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.cli.CommandLineRun;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.TestProject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dtk run} as a whole: a project on disk, DuckDB, Spark in this process. */
class RunCommandTest {

  @TempDir private Path root;

  @Test
  void aNewProjectRunsAtOnceAndContinues() {
    assertEquals(ExitCodes.OK, CommandLineRun.in(root, "init", "shop").exitCode());
    Path shop = root.resolve("shop");
    String today = LocalDate.now(ZoneOffset.UTC).toString();

    CommandLineRun first =
        CommandLineRun.in(shop, "run", "-s", "example_cpu_usage", "--to", today, "--strict");
    assertEquals(ExitCodes.OK, first.exitCode(), first.err());
    assertTrue(first.out().contains("  └─ Loaded 4,320 datapoints\n"), first.out());
    assertTrue(first.out().contains("✓ Pipeline completed successfully\n"), first.out());
    assertTrue(first.out().contains("Done. 1 metric(s): 1 succeeded. 4,320 datapoints, "));

    CommandLineRun again =
        CommandLineRun.in(shop, "run", "-s", "example_cpu_usage", "--to", today, "--json");
    assertEquals(ExitCodes.OK, again.exitCode(), again.err());
    assertTrue(again.out().contains("\"status\": \"success\", \"error\": null"), again.out());
    assertTrue(again.out().contains("\"datapoints_loaded\": 0"), again.out());
    assertTrue(again.err().contains("Nothing to load yet"), again.err());
  }

  @Test
  void aFailedMetricMakesTheRunFailAndSparesTheOthers() {
    TestProject project = TestProject.create(root);
    project.writeMetric("idle", "enabled: false\n");
    project.writeMetric("good", "detectors: [{type: mad}]\n");
    project.write(
        "metrics/bad.yml", "name: bad\ninterval: 1h\nquery: SELECT * FROM no_such_table\n");
    CommandLineRun run =
        CommandLineRun.in(
            root, "run", "-s", "*", "--from", "2024-01-01", "--to", "2024-01-02", "--json");
    assertEquals(ExitCodes.FAILED, run.exitCode());
    assertTrue(run.out().contains("\"status\": \"failed\", \"error\": null"), run.out());
    assertTrue(run.out().contains("{\"name\": \"idle\", \"status\": \"skipped\""), run.out());
    assertTrue(run.out().contains("{\"name\": \"good\", \"status\": \"success\""), run.out());
    assertTrue(run.out().contains("{\"name\": \"bad\", \"status\": \"failed\""), run.out());
    assertTrue(run.err().contains("  ✗ Failed: SOURCE: "), run.err());
    assertTrue(run.err().contains("Done. 3 metric(s): 1 succeeded, 1 failed, 1 skipped."));
  }

  @Test
  void aRunFromASubfolderFindsTheProjectsFilesAndState() {
    TestProject project = TestProject.create(root);
    project.write("data/points.csv", "timestamp,value\n2024-01-01 00:00:00,7\n");
    project.write(
        "metrics/csv.yml",
        "name: csv\ninterval: 1h\nquery: SELECT * FROM read_csv('data/points.csv')\n");
    CommandLineRun run =
        CommandLineRun.in(
            root.resolve("metrics"),
            "run",
            "-s",
            "csv",
            "--from",
            "2024-01-01",
            "--to",
            "2024-01-01 01:00:00");
    assertEquals(ExitCodes.OK, run.exitCode(), run.out() + run.err());
    assertEquals("7.0", project.value("SELECT value FROM detectkit._dtk_datapoints"));
  }
}

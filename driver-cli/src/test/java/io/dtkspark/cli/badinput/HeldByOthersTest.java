package io.dtkspark.cli.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dtkspark.cli.CommandLineRun;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.TestProject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state file or a metric that somebody else is working on. */
class HeldByOthersTest {

  private static final String RANGE = " --from 2024-01-01 --to 2024-01-02";

  @TempDir private Path root;
  private TestProject project;

  @BeforeEach
  void writeProject() {
    project = GoodProject.create(root);
  }

  @Test
  void aFileHeldByAnotherProcessIsRefusedByEveryCommand() throws Exception {
    project.sql("CREATE TABLE src AS SELECT 1 AS x");
    Snapshot before = Snapshot.of(root);
    Process holder = DatabaseHolder.start(root.resolve("state.duckdb"));
    try {
      for (String command :
          new String[] {"run -s cpu", "run -s cpu --json", "unlock -s cpu", "clean -s cpu"}) {
        CommandLineRun run = CommandLineRun.in(root, command.split(" "));
        assertEquals(ExitCodes.FAILED, run.exitCode(), command);
        assertTrue(run.err().contains("Error: profile 'dev': DuckDB file "), run.err());
        assertTrue(run.err().contains("state.duckdb is in use by another process"), run.err());
        assertTrue(run.err().contains("end the other one first"), run.err());
        assertEquals(command.contains("json") ? 1 : 0, documents(run), run.out());
        Outputs.assertDiscreet(run);
      }
    } finally {
      holder.destroy();
      holder.waitFor();
    }
    assertEquals(before, Snapshot.of(root));
  }

  private static long documents(CommandLineRun run) {
    return run.out().lines().filter(line -> line.startsWith("{")).count();
  }

  @Test
  void aLockedMetricFailsAloneUntilForced() throws IOException {
    project.write("metrics/mem.yml", GoodProject.METRIC.replace("name: cpu", "name: mem"));
    assertEquals(ExitCodes.OK, run("run -s * --steps load" + RANGE).exitCode());
    project.sql(
        "UPDATE detectkit._dtk_tasks SET status = 'running', started_at = now() AT TIME ZONE 'UTC'"
            + " WHERE metric_name = 'cpu'");

    CommandLineRun locked = run("run -s * --json --full-refresh" + RANGE);
    assertEquals(ExitCodes.FAILED, locked.exitCode());
    JsonNode metrics = Outputs.document(locked).path("metrics");
    assertEquals("failed", metrics.path(0).path("status").asText());
    String error = metrics.path(0).path("error").asText();
    assertTrue(error.startsWith("STORE: metric 'cpu' is locked by another run"), error);
    assertTrue(error.contains("'dtk unlock', or pass --force"), error);
    assertEquals("success", metrics.path(1).path("status").asText());
    assertEquals("running", status("cpu"));
    assertEquals("completed", status("mem"));
    assertEquals("0", detections("cpu"));
    Outputs.assertDiscreet(locked);

    assertEquals(ExitCodes.OK, run("run -s cpu --force" + RANGE).exitCode());
    assertEquals("completed", status("cpu"));
    assertFalse(detections("cpu").equals("0"));
  }

  private CommandLineRun run(String command) {
    return CommandLineRun.in(root, command.split(" "));
  }

  private String status(String metric) {
    return value("SELECT status FROM detectkit._dtk_tasks", metric);
  }

  private String detections(String metric) {
    return value("SELECT count(*) FROM detectkit._dtk_detections", metric);
  }

  private String value(String query, String metric) {
    return project.value(query + " WHERE metric_name = '" + metric + "'");
  }
}

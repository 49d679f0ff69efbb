package io.dtkspark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is told to stop (SIGTERM) while its queries are still going. */
class StoppedRunTest {

  private static final int SIGTERM_EXIT = 128 + 15;

  /** Leaves a sign that the source is asked, which then never answers. */
  private static final String ENDLESS =
      """
      interval: 1h
      loading_start_time: "2024-01-01 00:00:00"
      query: |
        COPY (SELECT 1) TO 'asked.csv';
        SELECT now() AS timestamp, count(*) AS value FROM range(10000000000000) WHERE hash(range) = 3
      """;

  private static final String QUICK =
      """
      interval: 1h
      loading_start_time: "2024-01-01 00:00:00"
      query: SELECT TIMESTAMP '2024-01-01' AS timestamp, 1 AS value
      """;

  @TempDir private Path root;

  @Test
  void locksAreReleasedAndTheNextRunNeedsNoForce() throws IOException, InterruptedException {
    TestProject project = TestProject.create(root);
    writeMetrics(project, ENDLESS);
    Path log = root.resolve("dtk.log");
    Process process = DtkProcess.start(root, log, "run", "-s", "*", "--to", "2024-01-02");
    awaitQuery(process);
    process.destroy();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the run goes on after SIGTERM");

    String text = Files.readString(log, StandardCharsets.UTF_8);
    assertEquals(SIGTERM_EXIT, process.exitValue(), text);
    assertTrue(text.contains("Error: the run was stopped before its end"), text);
    String tasks = "SELECT string_agg(metric_name || ' ' || status, ', ' ORDER BY metric_name)";
    assertEquals(
        "one failed, two failed", project.value(tasks + " FROM detectkit._dtk_tasks"), text);

    writeMetrics(project, QUICK);
    CommandLineRun next = CommandLineRun.in(root, "run", "-s", "*", "--to", "2024-01-02");
    assertEquals(ExitCodes.OK, next.exitCode(), next.out() + next.err());
  }

  private static void writeMetrics(TestProject project, String keys) {
    for (String name : new String[] {"one", "two"}) {
      project.write("metrics/" + name + ".yml", "name: " + name + "\n" + keys);
    }
  }

  private void awaitQuery(Process process) throws InterruptedException {
    while (process.isAlive() && !Files.exists(root.resolve("asked.csv"))) {
      Thread.sleep(20);
    }
  }
}

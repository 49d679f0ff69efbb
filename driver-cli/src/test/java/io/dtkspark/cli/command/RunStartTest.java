package io.dtkspark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.cli.CommandLineRun;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.TestProject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dtk run} refuses before it opens a database or starts Spark. */
class RunStartTest {

  @TempDir private Path root;
  private TestProject project;

  @BeforeEach
  void writeProject() {
    project = TestProject.create(root.resolve("project"));
    project.writeMetric("cpu", "");
  }

  @Test
  void outsideAProjectNothingRuns() {
    CommandLineRun run = CommandLineRun.in(root, "run", "-s", "cpu");
    assertEquals(ExitCodes.FAILED, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("Error: no detectkit_project.yml"), run.err());
  }

  @Test
  void anEmptySelectionFails() {
    assertFailure("No metrics found matching selector: absent", "-s", "absent");
    assertFailure("--exclude takes out all", "-s", "*", "--exclude", "cpu");
  }

  @Test
  void profilesAreCheckedBeforeAnythingIsOpened() {
    assertFailure("no profile 'absent'", "-s", "cpu", "--profile", "absent");
    assertFailure("snowflake can only be a source_profile", "-s", "cpu", "--profile", "cloud");
    project.writeMetric("lost", "source_profile: nowhere\n");
    assertFailure("lost -> 'nowhere'", "-s", "*");
  }

  @Test
  void aDuckDbFileIsNotSharedWithACluster() {
    assertFailure("only one process can open", "-s", "cpu", "--master", "spark://host:7077");
  }

  @Test
  void unknownKeysAreWarningsUnlessStrict() {
    project.writeMetric("odd", "detecters: []\nenabled: false\n");
    CommandLineRun warned =
        CommandLineRun.in(project.root(), "run", "-s", "odd", "--profile", "absent");
    assertTrue(warned.err().startsWith("Warning: metrics/odd.yml:5: "), warned.err());
    assertTrue(warned.out().contains("  • odd: disabled in config"), warned.out());
    CommandLineRun strict = CommandLineRun.in(project.root(), "run", "-s", "odd", "--strict");
    assertEquals(ExitCodes.FAILED, strict.exitCode());
    assertTrue(strict.err().startsWith("Error: metrics/odd.yml:5: "), strict.err());
  }

  @Test
  void jsonIsOneLineOnOutputAlsoOnFailure() {
    CommandLineRun run = CommandLineRun.in(project.root(), "run", "-s", "absent", "--json");
    assertEquals(ExitCodes.FAILED, run.exitCode());
    assertEquals(1, run.out().lines().count());
    assertTrue(
        run.out()
            .contains(
                "\"status\": \"error\","
                    + " \"error\": \"No metrics found matching selector: absent\""),
        run.out());
    assertTrue(run.out().endsWith("\"exit_code\": 1}\n"), run.out());
    assertTrue(run.err().startsWith("Project root: "), run.err());
  }

  @Test
  void stackTracesAppearOnlyWhenAskedFor() {
    CommandLineRun quiet = CommandLineRun.in(project.root(), "run", "-s", "absent");
    assertFalse(quiet.err().contains("\tat "), quiet.err());
    CommandLineRun verbose = CommandLineRun.in(project.root(), "run", "-s", "absent", "-v");
    assertTrue(verbose.err().contains("\tat io.dtkspark."), verbose.err());
  }

  private void assertFailure(String message, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "run";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    CommandLineRun run = CommandLineRun.in(project.root(), command);
    assertEquals(ExitCodes.FAILED, run.exitCode());
    assertTrue(run.err().contains(message), run.err());
    assertFalse(Files.exists(project.root().resolve("state.duckdb")));
  }
}

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark that does not start: found out in the middle of a run, when the first task needs it. */
class SparkStartTest {

  private static final String MASTER = "spark.master";
  private static final String[] RUN =
      "run -s cpu --json --from 2024-01-01 --to 2024-01-02".split(" ");

  @TempDir private Path root;
  private TestProject project;

  @BeforeEach
  void writeProject() {
    project = GoodProject.create(root);
  }

  @AfterEach
  void forgetMaster() {
    System.clearProperty(MASTER);
  }

  /** Masters that {@code spark-submit} passes on as a property, past the check of the option. */
  @ParameterizedTest
  @ValueSource(strings = {"local[0]", "local[two]", "local["})
  void theRunFailsAndSoDoItsMetrics(String master) throws IOException {
    System.setProperty(MASTER, master);
    CommandLineRun run = CommandLineRun.in(root, RUN);
    assertEquals(ExitCodes.FAILED, run.exitCode());
    String reason = "Spark did not start on master '" + master + "'";
    assertTrue(run.err().contains("Error: " + reason), run.err());
    assertTrue(run.err().contains("  ✗ Failed: INTERNAL: " + reason), run.err());
    assertFalse(run.err().contains("successfully"), run.err());
    JsonNode document = Outputs.document(run);
    assertEquals("error", document.path("status").asText());
    assertTrue(document.path("error").asText().startsWith(reason), run.out());
    assertEquals("failed", project.value("SELECT status FROM detectkit._dtk_tasks"));
    Outputs.assertDiscreet(run);
  }

  @Test
  void theNextRunContinues() {
    System.setProperty(MASTER, "local[0]");
    assertEquals(ExitCodes.FAILED, CommandLineRun.in(root, RUN).exitCode());
    System.clearProperty(MASTER);
    assertEquals(ExitCodes.OK, CommandLineRun.in(root, RUN).exitCode());
    assertEquals("completed", project.value("SELECT status FROM detectkit._dtk_tasks"));
  }
}

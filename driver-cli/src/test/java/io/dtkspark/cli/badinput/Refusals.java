package io.dtkspark.cli.badinput;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dtkspark.cli.CommandLineRun;
import io.dtkspark.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad inputs that are refused before anything is written: the reason is on standard error, the exit
 * code tells, and the project's directory is byte for byte what it was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Refusals {

  @TempDir private Path directory;

  abstract Stream<BadInput> badInputs();

  @ParameterizedTest(name = "{0}")
  @MethodSource("badInputs")
  void isRefusedWithAReasonAndLeavesNoTrace(BadInput input) throws IOException {
    Path root = directory.resolve("project");
    input.project(root);
    Snapshot before = Snapshot.of(root);
    CommandLineRun run = CommandLineRun.in(root, input.words());
    assertRefused(input, run);
    assertFalse(run.out().contains("Error"), run.out());
    assertEquals(before, Snapshot.of(root));
  }

  /** The words of a command after which {@code --json} is understood. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("runsOnly")
  void jsonRepeatsTheReasonInOneLine(BadInput input) throws IOException {
    Path root = directory.resolve("project");
    input.project(root);
    Snapshot before = Snapshot.of(root);
    String[] words = Arrays.copyOf(input.words(), input.words().length + 1);
    words[words.length - 1] = "--json";
    CommandLineRun run = CommandLineRun.in(root, words);
    assertRefused(input, run);
    if (input.exitCode() == ExitCodes.USAGE) {
      assertEquals("", run.out());
    } else {
      assertDocument(input, run);
    }
    assertEquals(before, Snapshot.of(root));
  }

  Stream<BadInput> runsOnly() {
    return badInputs().filter(input -> List.of(input.words()).contains("run"));
  }

  private static void assertRefused(BadInput input, CommandLineRun run) {
    assertAll(
        () -> assertEquals(input.exitCode(), run.exitCode(), run.err()),
        () -> assertTrue(run.err().contains("Error: ") || run.err().contains("✗ "), run.err()),
        () -> assertFalse(input.parts().isEmpty(), "the case expects no words"),
        () -> assertAll(input.parts().stream().map(part -> () -> contains(run.err(), part))),
        () -> Outputs.assertDiscreet(run));
  }

  private static void assertDocument(BadInput input, CommandLineRun run) throws IOException {
    JsonNode document = Outputs.document(run);
    assertEquals("error", document.path("status").asText());
    assertEquals(1, document.path("exit_code").asInt());
    assertEquals(0, document.path("metrics").size());
    String error = document.path("error").asText();
    assertTrue(run.err().contains("Error: " + error + "\n"), run.err());
    input.parts().forEach(part -> contains(error, part));
  }

  private static void contains(String text, String part) {
    assertTrue(text.contains(part), () -> "'" + part + "' is missing in: " + text);
  }
}

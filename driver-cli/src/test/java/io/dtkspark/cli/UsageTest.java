package io.dtkspark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens before a command starts to work. */
class UsageTest {

  @TempDir private Path directory;

  @Test
  void versionNamesBothPrograms() {
    CommandLineRun run = CommandLineRun.in(directory, "--version");
    assertEquals(ExitCodes.OK, run.exitCode());
    assertTrue(
        run.out().matches("dtk-spark, version \\d+\\.\\d+\\.\\d+ \\(detectkit 0\\.67\\.2 .*\\)\n"),
        run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "run --help", "init -h", "unlock --help", "clean --help"})
  void helpIsOutput(String arguments) {
    CommandLineRun run = CommandLineRun.in(directory, arguments.split(" "));
    assertEquals(ExitCodes.OK, run.exitCode());
    assertTrue(run.out().startsWith("Usage: dtk "), run.out());
    assertEquals("", run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "frobnicate",
        "run",
        "run --select",
        "run -s a --no-such-option",
        "run -s a extra",
        "run -s a --steps load,fly",
        "run -s a --steps load,,detect",
        "run -s a --from 2024/01/01",
        "run -s a --to 2024-01-01T00:00:00",
        "run -s a --to 2024-02-30 --json",
        "run -s a --from 2024-01-01Z",
        "run -s a --source-connections 0",
        "run -s a --source-connections many",
        "run -s a --chunk-rows -1",
        "unlock",
        "clean",
        "clean -s a --orphaned-metrics",
        "clean --execute",
        "init",
        "init a b",
        "init a --db-type oracle"
      })
  void mistakesEndWithTwoAndNothingOnOutput(String arguments) {
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");
    CommandLineRun run = CommandLineRun.in(directory, words);
    assertEquals(ExitCodes.USAGE, run.exitCode());
    assertEquals("", run.out());
    List<String> lines = run.err().lines().toList();
    assertTrue(lines.get(0).startsWith("Usage: dtk "), run.err());
    assertTrue(lines.get(1).matches("Try 'dtk.* --help' for help\\."), run.err());
    assertTrue(lines.get(lines.size() - 1).startsWith("Error: "), run.err());
  }

  @Test
  void aMisspelledCommandIsSuggested() {
    CommandLineRun run = CommandLineRun.in(directory, "unlok", "-s", "a");
    assertTrue(run.err().endsWith("; did you mean 'unlock'?\n"), run.err());
  }
}

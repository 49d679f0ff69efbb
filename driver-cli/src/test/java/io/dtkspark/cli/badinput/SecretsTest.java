package io.dtkspark.cli.badinput;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.cli.CommandLineRun;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Even the stack traces of {@code --verbose}, with all their causes, hold no password or token. */
class SecretsTest {

  @TempDir private Path root;

  static Stream<BadInput> badProfiles() {
    return new ProfilesTest().badInputs();
  }

  /** Commands set them for the process they are usually alone in. */
  @AfterEach
  void quietAgain() {
    System.clearProperty("dtk.log.level");
    System.clearProperty("dtk.log.stack");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badProfiles")
  void tracesOfBadProfilesHoldNoSecret(BadInput input) {
    input.project(root);
    String[] words = Arrays.copyOf(input.words(), input.words().length + 1);
    words[words.length - 1] = "--verbose";
    CommandLineRun run = CommandLineRun.in(root, words);
    assertTrue(run.err().contains("\tat "), run.err());
    assertFalse((run.out() + run.err()).contains(GoodProject.SECRET), run.err());
  }
}

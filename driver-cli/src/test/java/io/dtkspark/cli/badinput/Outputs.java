package io.dtkspark.cli.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dtkspark.cli.CommandLineRun;
import java.io.IOException;

/** What holds for everything the program prints. */
final class Outputs {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Outputs() {}

  /** No stack trace, no secret, no value of Java that a message forgot to put in words. */
  static void assertDiscreet(CommandLineRun run) {
    for (String output : new String[] {run.out(), run.err()}) {
      assertFalse(output.contains("\tat "), output);
      assertFalse(output.contains("Exception"), output);
      assertFalse(output.contains("unexpected "), output);
      assertFalse(output.contains(GoodProject.SECRET), output);
    }
  }

  /** The one line of {@code --json}. */
  static JsonNode document(CommandLineRun run) throws IOException {
    assertEquals(1, run.out().lines().count(), run.out());
    return JSON.readTree(run.out());
  }
}

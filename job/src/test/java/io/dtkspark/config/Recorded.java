package io.dtkspark.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows that {@code record.py} wrote: what the original makes of an input. */
public final class Recorded {

  public static final String ERROR = "ERROR";

  private Recorded() {}

  /**
   * Runs every row of a file and lists where the outcome is not the recorded one.
   *
   * @param inputs columns that are input; the rest is the expected outcome
   */
  public static List<String> differences(
      String file, int inputs, Function<String[], String> actual) {
    List<String> differences = new ArrayList<>();
    for (String[] row : rows(file)) {
      String expected = String.join(" ", List.of(row).subList(inputs, row.length));
      String outcome = actual.apply(row);
      if (!outcome.equals(expected)) {
        String input = String.join(" ", List.of(row).subList(0, inputs));
        differences.add(input + ": expected " + expected + ", got " + outcome);
      }
    }
    return differences;
  }

  public static List<String[]> rows(String file) {
    try (InputStream in =
        Recorded.class.getResourceAsStream(file.startsWith("/") ? file : "/config/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // Not lines(): a recorded cell may hold U+0085 or a carriage return.
      return text.strip().isEmpty()
          ? List.of()
          : List.of(text.split("\n", -1)).stream()
              .filter(line -> !line.isEmpty())
              .map(line -> line.split("\t", -1))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

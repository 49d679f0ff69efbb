package io.dtkspark.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.json.ShortestDouble;
import io.dtkspark.load.LoadDatabase.Load;
import io.dtkspark.publish.ChunkResult;
import io.dtkspark.series.TimeRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loads what {@code record_loads.py} loaded with the original: every type in every role. */
class RecordedLoadsTest {

  /**
   * Where we fail instead: flags and bytes as timestamps, bytes and digits of other scripts as
   * numbers, years that Python's dates do not have, and an infinity that the driver cannot read.
   */
  private static final List<String> REFUSED =
      List.of(
          "true AS timestamp",
          "::BLOB AS timestamp",
          "'1.5'::BLOB AS value",
          "chr(1633)",
          "10000-01-01 00:00:00' AS s",
          "10000-01-01' AS s",
          "(BC) 00:00:00' AS s",
          "(BC)' AS s",
          "'infinity'::TIMESTAMP_S AS timestamp");

  /** A load and what the original made of it, line by line. */
  private record Case(String[] fields, List<String> outcome) {

    Load load(int number) {
      return new Load(
          "m" + number, fields[5], Long.parseLong(fields[2]), names(fields[3]), names(fields[4]));
    }

    TimeRange batch() {
      return new TimeRange(millis(fields[0]), millis(fields[1]));
    }

    List<String> ours() {
      return REFUSED.stream().anyMatch(fields[5]::contains) ? List.of("fails") : outcome;
    }

    private static List<String> names(String text) {
      return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    private static long millis(String text) {
      return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
  }

  @Test
  void whatIsStoredIsWhatTheOriginalStores() throws IOException {
    List<Case> cases = cases();
    assertTrue(cases.size() > 350, "the recording is there");
    List<String> differences = new ArrayList<>();
    try (LoadDatabase database = new LoadDatabase("recorded")) {
      for (int i = 0; i < cases.size(); i++) {
        Case expected = cases.get(i);
        List<String> outcome = outcome(database, expected.load(i), expected.batch());
        if (!outcome.equals(expected.ours())) {
          differences.add(expected.fields()[5] + ": not " + expected.ours() + " but " + outcome);
        }
      }
    }
    assertEquals("", String.join("\n", differences));
  }

  private static List<String> outcome(LoadDatabase database, Load load, TimeRange batch) {
    ChunkResult chunk = database.stage(load, batch);
    if (chunk.failed()) {
      return List.of("fails");
    }
    database.publish(load.metric(), chunk);
    List<String> outcome = new ArrayList<>();
    chunk.warnings().forEach(text -> outcome.add("warns"));
    database.rows(load.metric()).forEach(row -> outcome.add(python(row)));
    return outcome;
  }

  /** Numbers as Python prints them, so that the recording stays readable. */
  private static String python(String row) {
    String[] fields = row.split("\t", -1);
    if (fields[1].equals("NULL")) {
      return row;
    }
    String number = ShortestDouble.python(Double.parseDouble(fields[1]));
    return fields[0] + "\t" + number.replace("inf", "Infinity") + "\t" + fields[2];
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                RecordedLoadsTest.class.getResourceAsStream("loads.tsv"),
                StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        if (line.startsWith("\t")) {
          cases.get(cases.size() - 1).outcome().add(line.substring(1));
        } else {
          cases.add(new Case(line.split("\t", -1), new ArrayList<>()));
        }
      }
    }
    return cases;
  }
}

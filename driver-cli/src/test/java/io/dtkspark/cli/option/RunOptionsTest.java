package io.dtkspark.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dtkspark.plan.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class RunOptionsTest {

  @Test
  void defaultsAreAllStepsAndNoLimits() {
    RunOptions options = parse();
    assertEquals(List.of(Step.LOAD, Step.DETECT, Step.ALERT), options.steps());
    assertEquals(Optional.empty(), options.from());
    assertEquals(Optional.empty(), options.exclude());
  }

  @Test
  void stepsTolerateSpacesCaseAndRepetition() {
    assertEquals(
        List.of(Step.DETECT, Step.LOAD, Step.DETECT),
        parse("--steps", " Detect,LOAD , detect").steps());
  }

  @Test
  void alertsCanBeLeftOut() {
    assertEquals(List.of(Step.LOAD, Step.DETECT), parse("--no-alerts").steps());
    assertEquals(List.of(), parse("--no-alerts", "--steps", "alert").steps());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-05, 2024-01-05T00:00:00Z",
    "2024-1-5, 2024-01-05T00:00:00Z",
    "2024-01-05 06:07:08, 2024-01-05T06:07:08Z",
    "1969-12-31 23:59:59, 1969-12-31T23:59:59Z"
  })
  void datesAreUtc(String text, Instant expected) {
    assertEquals(Optional.of(expected.toEpochMilli()), parse("--from", text).from());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-13-01",
        "2023-02-29",
        "24-01-01",
        "2024-01-01 24:00:00",
        "now",
        "2024-01-01 10:00"
      })
  void otherDatesAreRefused(String text) {
    assertThrows(ParameterException.class, () -> parse("--to", text));
  }

  @Test
  void theLastOfARepeatedOptionCounts() {
    assertEquals(Optional.of("b"), parse("-e", "a", "--exclude=b").exclude());
  }

  @Test
  void reportTakesAnOptionalPath() {
    assertEquals(true, parse("--report").report());
    assertEquals(true, parse("--report", "out.html").report());
    assertEquals(true, parse("--report", "--json").json());
  }

  private static RunOptions parse(String... arguments) {
    Holder holder = new Holder();
    new CommandLine(holder).setOverwrittenOptionsAllowed(true).parseArgs(arguments);
    return holder.options;
  }

  @Command(name = "test")
  private static final class Holder {
    @Mixin private RunOptions options;
  }
}

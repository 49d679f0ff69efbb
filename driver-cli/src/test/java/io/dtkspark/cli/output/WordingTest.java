package io.dtkspark.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @Test
  void timesAreUtcAndCountsHaveCommas() {
    assertEquals("2024-03-15 09:50:00", Wording.time(1_710_496_200_000L));
    assertEquals("1,234,567", Wording.count(1_234_567));
    assertEquals("1,234.5 s", Wording.seconds(1234.5));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "-5, 0s",
    "30, 30s",
    "600, 10m",
    "9000, 2h 30m",
    "3601, 1h",
    "90061, 1d 1h",
    "86400, 1d",
    "86460, 1d"
  })
  void spansShowTwoUnits(long seconds, String text) {
    assertEquals(text, Wording.span(seconds));
  }
}

package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void textsAreReadAsInTheOriginal() {
    for (String[] row : Recorded.rows("intervals.tsv")) {
      String seconds;
      try {
        seconds = Long.toString(Interval.parse(row[0]).seconds());
      } catch (IllegalArgumentException e) {
        seconds = Recorded.ERROR;
      }
      // The original reads this one and fails when it adds it to a time.
      boolean beyondTimedelta = row[0].equals("99999999999999999d");
      assertEquals(beyondTimedelta ? Recorded.ERROR : row[1], seconds, row[0]);
    }
  }

  @Test
  void textIsKeptAsWritten() {
    assertEquals(" 10MIN ", Interval.parse(" 10MIN ").text());
    assertEquals("90", Interval.ofSeconds(BigInteger.valueOf(90)).text());
    assertEquals(90_000, Interval.ofSeconds(BigInteger.valueOf(90)).millis());
  }

  @Test
  void limitsAreNamed() {
    Exception zero =
        assertThrows(IllegalArgumentException.class, () -> Interval.ofSeconds(BigInteger.ZERO));
    assertTrue(zero.getMessage().contains("1 to 86399999999999"), zero.getMessage());
  }
}

package io.dtkspark.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShortestDoubleTest {

  @Test
  void everyRecordedDoubleIsWrittenAsOrjsonAndPythonWriteIt() throws IOException {
    List<String> lines = recorded();
    assertTrue(lines.size() > 2000, "the recording is there");
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      double value = Double.longBitsToDouble(Long.parseUnsignedLong(fields[0], 16));
      assertEquals(fields[1], text(value), fields[0]);
      assertEquals(fields[2], ShortestDouble.python(value), fields[0]);
    }
  }

  @Test
  void pythonNamesWhatIsNotFinite() {
    assertEquals("nan", ShortestDouble.python(Double.NaN));
    assertEquals("inf", ShortestDouble.python(Double.POSITIVE_INFINITY));
    assertEquals("-inf", ShortestDouble.python(Double.NEGATIVE_INFINITY));
  }

  @Test
  void anyDoubleReadsBackAsItselfAndIsNotLongerThanJavasText() {
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < 50_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = text(value);
        assertEquals(value, Double.parseDouble(text), text);
        assertTrue(digits(text) <= digits(Double.toString(value)), text);
      }
    }
  }

  @Test
  void neighboursOfEveryPowerOfTwoReadBackAsThemselves() {
    for (int exponent = Double.MIN_EXPONENT; exponent <= Double.MAX_EXPONENT; exponent++) {
      double power = Math.scalb(1.0, exponent);
      for (double value : new double[] {Math.nextDown(power), power, Math.nextUp(power)}) {
        assertEquals(value, Double.parseDouble(text(value)));
      }
    }
  }

  private static int digits(String text) {
    String significand = text.replaceFirst("[eE].*", "").replaceAll("[-.]", "");
    return significand.replaceFirst("^0+", "").replaceFirst("0+$", "").length();
  }

  private static String text(double value) {
    byte[] out = new byte[ShortestDouble.MAX_LENGTH];
    int length = ShortestDouble.writeJson(out, 0, value);
    return new String(out, 0, length, StandardCharsets.US_ASCII);
  }

  private static List<String> recorded() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ShortestDoubleTest.class.getResourceAsStream("doubles.tsv"),
                StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }
}

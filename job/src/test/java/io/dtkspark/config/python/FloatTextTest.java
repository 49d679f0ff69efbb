package io.dtkspark.config.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcomes are those of {@code float()} in Python 3.11. */
class FloatTextTest {

  @ParameterizedTest
  @CsvSource({
    "5., 5",
    ".5, 0.5",
    "' +1_0.0_1e1_0\u00a0', 100100000000",
    "-0, -0.0",
    "1e999, Infinity",
    "-iNf, -Infinity",
    "+Infinity, Infinity"
  })
  void numbersAreRead(String text, double number) {
    assertEquals(OptionalDouble.of(number), FloatText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "-NaN", "+nan"})
  void nanMayHaveASign(String text) {
    assertTrue(Double.isNaN(FloatText.parse(text).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "1__0", "_1", "1_", "1._5", "e3", "1d", "0x1p3", "infinit", "1 5"})
  void otherTextIsNoNumber(String text) {
    assertTrue(FloatText.parse(text).isEmpty());
  }
}

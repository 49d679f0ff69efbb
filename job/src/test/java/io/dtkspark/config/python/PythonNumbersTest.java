package io.dtkspark.config.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PythonNumbersTest {

  @Test
  void numbersOfDifferentTypesAreEqualByValue() {
    assertTrue(PythonNumbers.equal(3L, 3.0));
    assertTrue(PythonNumbers.equal(true, 1L));
    assertTrue(PythonNumbers.equal(false, -0.0));
    assertTrue(PythonNumbers.equal(BigInteger.TWO.pow(70), 0x1p70));
    assertFalse(PythonNumbers.equal(3L, "3"));
    assertFalse(PythonNumbers.equal(0L, null));
  }

  @Test
  void integersAreComparedExactlyWhereADoubleCannotHoldThem() {
    assertFalse(PythonNumbers.equal(9007199254740993L, 9007199254740992.0));
    assertEquals(OptionalInt.of(1), PythonNumbers.compare(9007199254740993L, 9007199254740992.0));
  }

  @Test
  void infinityExceedsEveryInteger() {
    BigInteger huge = BigInteger.TEN.pow(400);
    assertEquals(OptionalInt.of(-1), PythonNumbers.compare(5L, Double.POSITIVE_INFINITY));
    assertEquals(OptionalInt.of(1), PythonNumbers.compare(huge, Double.NEGATIVE_INFINITY));
    assertTrue(PythonNumbers.equal(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    assertEquals(OptionalInt.of(-1), PythonNumbers.compare(huge, Double.POSITIVE_INFINITY));
    assertFalse(PythonNumbers.equal(huge, Double.POSITIVE_INFINITY));
  }

  @Test
  void nanEqualsNothing() {
    assertFalse(PythonNumbers.equal(Double.NaN, Double.NaN));
    assertEquals(OptionalInt.empty(), PythonNumbers.compare(Double.NaN, 1L));
  }

  @Test
  void nothingZeroAndEmptyAreFalse() {
    for (Object value : new Object[] {"", 0L, 0.0, false, List.of(), Map.of()}) {
      assertFalse(PythonNumbers.isTruthy(value), String.valueOf(value));
    }
    assertFalse(PythonNumbers.isTruthy(null));
    for (Object value : new Object[] {"0", 1L, Double.NaN, true, List.of(0L), Map.of("a", 1L)}) {
      assertTrue(PythonNumbers.isTruthy(value), String.valueOf(value));
    }
  }
}

package io.dtkspark.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTreeTest {

  @Test
  void treesAreWrittenWithSortedKeys() {
    Object list = Arrays.asList(null, true, 1, 2L, 0.5f, 1e-6, "x");
    assertEquals(
        "{\"a\":[null,true,1,2,0.5,1e-6,\"x\"],\"b\":{\"c\":[],\"d\":{}}}",
        JsonTree.text(Map.of("b", Map.of("d", Map.of(), "c", List.of()), "a", list)));
  }

  @Test
  void keysAreSortedByCodePoint() {
    assertEquals(
        "{\"\":1,\"a\":2,\"b\":3,\"\uffee\":4,\"😀\":5}",
        JsonTree.text(Map.of("😀", 5, "\uffee", 4, "b", 3, "a", 2, "", 1)));
  }

  @Test
  void integersHaveUpTo64Bits() {
    BigInteger unsigned = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    BigInteger signed = BigInteger.valueOf(Long.MIN_VALUE);
    assertEquals(
        "[18446744073709551615,-9223372036854775808]", JsonTree.text(List.of(unsigned, signed)));
    assertRefused(unsigned.add(BigInteger.ONE));
    assertRefused(signed.subtract(BigInteger.ONE));
  }

  @Test
  void whatJsonCannotHoldIsRefused() {
    assertRefused(BigDecimal.ONE);
    assertRefused(new Object());
    assertRefused(Map.of(1, "x"));
    assertRefused(List.of(Map.of("a", BigDecimal.ONE)));
  }

  private static void assertRefused(Object value) {
    assertThrows(IllegalArgumentException.class, () -> JsonTree.text(value));
  }
}

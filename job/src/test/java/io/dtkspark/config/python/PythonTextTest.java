package io.dtkspark.config.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Recorded;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class PythonTextTest {

  @Test
  void lettersAndDigitsAreThoseOfPython() {
    BitSet expected = new BitSet();
    for (String[] range : Recorded.rows("alnum.tsv")) {
      expected.set(Integer.parseInt(range[0]), Integer.parseInt(range[1]) + 1);
    }
    for (int c = 0; c <= 0xffff; c++) {
      // Python 3.11 knows a later Unicode than Java 17.
      if (Character.isDefined(c)) {
        assertEquals(expected.get(c), PythonText.isAlnum(c), "U+" + Integer.toHexString(c));
      }
    }
  }

  @Test
  void namesMayUseAnyScriptButNoCombiningMarks() {
    assertTrue(PythonText.consistsOfAlnumOr("_-", "日本_x-1²"));
    assertTrue(PythonText.consistsOfAlnumOr("_-", "𝒳"));
    assertFalse(PythonText.consistsOfAlnumOr("_-", "e\u0301"));
    assertFalse(PythonText.consistsOfAlnumOr("_-", "a b"));
  }
}

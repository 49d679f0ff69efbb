package io.dtkspark.config.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.config.Recorded;
import org.junit.jupiter.api.Test;

class ShortestDecimalTest {

  @Test
  void doublesAreSpelledAsPythonAndOrjsonSpellThem() {
    for (String[] row : Recorded.rows("doubles.tsv")) {
      double value = Double.longBitsToDouble(Long.parseLong(row[0]));
      assertEquals(row[1], ShortestDecimal.python(value), "repr of bits " + row[0]);
      assertEquals(row[2], ShortestDecimal.json(value), "JSON of bits " + row[0]);
    }
  }
}

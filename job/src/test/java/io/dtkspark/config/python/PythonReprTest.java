package io.dtkspark.config.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.config.Recorded;
import io.dtkspark.config.yaml.YamlParser;
import org.junit.jupiter.api.Test;

class PythonReprTest {

  @Test
  void valuesAreShownAsPythonShowsThem() {
    for (String[] row : Recorded.rows("reprs.tsv")) {
      assertEquals(row[1], PythonRepr.of(YamlParser.parse("test", row[0]).value()), row[0]);
    }
  }
}

package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.config.python.PythonRepr;
import io.dtkspark.error.DtkException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaxValuesTest {

  @Test
  void valuesConvertAsPydanticConvertsThem() {
    assertEquals(List.of(), Recorded.differences("lax.tsv", 2, row -> converted(row[0], row[1])));
  }

  private static String converted(String kind, String yaml) {
    ConfigNode node = Yaml.node(yaml);
    try {
      return switch (kind) {
        case "whole" -> LaxValues.whole(node.value()).map(Object::toString).orElse(Recorded.ERROR);
        case "number" -> PythonRepr.of(node.number());
        case "flag" -> PythonRepr.of(node.flag());
        case "text" -> PythonRepr.of(node.text());
        case "texts" -> PythonRepr.of(node.texts());
        default -> {
          DurationText duration = node.duration();
          yield duration.seconds() ? duration.text() : PythonRepr.of(duration.text());
        }
      };
    } catch (DtkException e) {
      return Recorded.ERROR;
    }
  }
}

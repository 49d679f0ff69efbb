package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.alert.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnomalyFactsTest {

  @Test
  void nestedValuesArePassedOver() {
    String metadata =
        "{\"groups\":[{\"severity\":9,\"direction\":\"above\"}],\"direction\":\"below\","
            + "\"severity\":1e1}";
    assertEquals(new AnomalyFacts(Direction.DOWN, 10), AnomalyFacts.of(true, metadata));
  }

  @Test
  void whatIsNoAnomalyHasNoDirection() {
    String metadata = "{\"direction\":\"above\",\"severity\":3}";
    assertEquals(new AnomalyFacts(Direction.NONE, 0), AnomalyFacts.of(false, metadata));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "3",
        "{}",
        "{\"direction\":null,\"severity\":null}",
        "{\"direction\":\"sideways\",\"severity\":\"high\"}",
        "{\"direction\":\"above\"",
      })
  void oddMetadataTellsNothing(String metadata) {
    assertEquals(new AnomalyFacts(Direction.NONE, 0), AnomalyFacts.of(true, metadata));
  }
}

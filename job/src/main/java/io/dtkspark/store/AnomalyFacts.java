package io.dtkspark.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.dtkspark.alert.Direction;
import java.io.IOException;

/**
 * What {@code detection_metadata} tells alerts about an anomaly.
 *
 * @param severity 0 where it is not known: a spread of zero has none
 */
public record AnomalyFacts(Direction direction, double severity) {

  private static final AnomalyFacts NONE = new AnomalyFacts(Direction.NONE, 0);
  private static final JsonFactory JSON = new JsonFactory();

  /** Reads a row's metadata. What is no JSON object tells nothing: alerts outlive odd rows. */
  public static AnomalyFacts of(boolean anomaly, String metadata) {
    if (!anomaly || metadata == null) {
      return NONE;
    }
    try (JsonParser json = JSON.createParser(metadata)) {
      return json.nextToken() == JsonToken.START_OBJECT ? read(json) : NONE;
    } catch (IOException noJson) {
      return NONE;
    }
  }

  private static AnomalyFacts read(JsonParser json) throws IOException {
    Direction direction = Direction.NONE;
    double severity = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (key.equals("direction")) {
        direction = direction(json.getText());
      } else if (key.equals("severity")) {
        severity = value.isNumeric() ? json.getDoubleValue() : 0;
      }
      json.skipChildren();
    }
    return new AnomalyFacts(direction, severity);
  }

  private static Direction direction(String text) {
    return switch (text) {
      case "above" -> Direction.UP;
      case "below" -> Direction.DOWN;
      default -> Direction.NONE;
    };
  }
}

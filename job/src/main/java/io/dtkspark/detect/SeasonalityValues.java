package io.dtkspark.detect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.dtkspark.json.ShortestDouble;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Reads one value out of a stored seasonality object, in a form in which equal values are equal.
 */
final class SeasonalityValues {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String MISSING = "null";

  private SeasonalityValues() {}

  /**
   * The value of {@code column}: absent keys, nulls and text that is not a JSON object are the
   * missing value; booleans are the numbers 1 and 0.
   */
  static String of(String payload, String column) {
    return read(payload, column, SeasonalityValues::canonical, MISSING);
  }

  /** The value of {@code column} as Python's {@code str()} prints it; null when it is missing. */
  static String printed(String payload, String column) {
    return read(payload, column, SeasonalityValues::python, null);
  }

  private interface Reading {
    String of(JsonParser parser) throws IOException;
  }

  private static String read(String payload, String column, Reading reading, String missing) {
    if (payload == null || payload.equals("{}")) {
      return missing;
    }
    try (JsonParser parser = JSON.createParser(payload)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return missing;
      }
      String value = missing;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(column);
        parser.nextToken();
        if (wanted) {
          value = reading.of(parser);
        } else {
          parser.skipChildren();
        }
      }
      return value;
    } catch (IOException malformed) {
      return missing;
    }
  }

  private static String python(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> "True";
      case VALUE_FALSE -> "False";
      case VALUE_NUMBER_FLOAT -> ShortestDouble.python(parser.getDoubleValue());
      case VALUE_NUMBER_INT, VALUE_STRING -> parser.getText();
      default -> nested(parser);
    };
  }

  private static String canonical(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> MISSING;
      case VALUE_TRUE -> "number 1";
      case VALUE_FALSE -> "number 0";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number " + plain(parser.getDecimalValue());
      case VALUE_STRING -> "text " + parser.getText();
      default -> nested(parser);
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
  }

  /** Arrays and objects compare by their tokens. */
  private static String nested(JsonParser parser) throws IOException {
    StringBuilder tokens = new StringBuilder("nested");
    int depth = 0;
    JsonToken token = parser.currentToken();
    while (true) {
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      tokens.append(' ').append(parser.getText());
      if (depth == 0) {
        return tokens.toString();
      }
      token = parser.nextToken();
    }
  }
}

package io.dtkspark.source.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dtkspark.source.jdbc.Opaque;

/** JSON of a column, which psycopg2 parses. */
final class JsonDocument {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonDocument() {}

  /** The tree; of members with the same name the last one counts. */
  static Object parse(String text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      return new Opaque(text); // Deeper or longer than parsers, Python's too, take.
    }
  }
}

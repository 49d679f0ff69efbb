package io.dtkspark.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JsonTextTest {

  private final JsonText json = new JsonText();

  @Test
  void commasFollowFromWhatIsThere() {
    json.beginObject().name("a").beginArray().value(1).value(2.5).endArray();
    json.name("b").beginObject().endObject().name("c").value("x").name("d").beginArray();
    json.beginObject().name("e").value(true).endObject().beginObject().endObject().endArray();
    assertEquals(
        "{\"a\":[1,2.5],\"b\":{},\"c\":\"x\",\"d\":[{\"e\":true},{}]}",
        json.endObject().toString());
  }

  @Test
  void textEndingInABracketIsStillFollowedByAComma() {
    json.beginArray().value("{").value("[").value(":").endArray();
    assertEquals("[\"{\",\"[\",\":\"]", json.toString());
  }

  @Test
  void nanAndInfinitiesAreNull() {
    json.beginArray().value(Double.NaN).value(Double.POSITIVE_INFINITY);
    json.value(Double.NEGATIVE_INFINITY).nullValue().endArray();
    assertEquals("[null,null,null,null]", json.toString());
  }

  @Test
  void zeroKeepsItsSign() {
    assertEquals("[0.0,-0.0]", json.beginArray().value(0.0).value(-0.0).endArray().toString());
  }

  /** Recorded from orjson 3.13. */
  @Test
  void onlyWhatJsonForbidsIsEscaped() {
    json.value("\u0000\u0001\b\t\n\u000b\f\r\u001f \"/\\\u007f\u0085\u2028é😀");
    assertEquals(
        "\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f \\\"/\\\\\u007f\u0085\u2028é😀\"",
        json.toString());
  }

  @Test
  void preparedJsonTakesItsCommaFromWhatIsThere() {
    byte[] key = new JsonText().name("a").toBytes();
    byte[] member = new JsonText().name("b").value("é").toBytes();
    json.beginObject().json(key).value(1).json(member).name("c").value(-0.5).endObject();
    assertEquals("{\"a\":1,\"b\":\"é\",\"c\":-0.5}", json.toString());
  }

  @Test
  void longTextAndManyNumbersMakeRoomForThemselves() {
    String text = "0123456789".repeat(100);
    json.beginArray().value(text).value(text + "\n");
    for (int i = 0; i < 1000; i++) {
      json.value(-1.2345678901234568e-300);
    }
    String numbers = ",-1.2345678901234568e-300".repeat(1000);
    assertEquals(
        "[\"" + text + "\",\"" + text + "\\n\"" + numbers + "]", json.endArray().toString());
  }

  @Test
  void integersOfEveryLengthAreWritten() {
    for (long power = 1; power > 0 && power <= 1_000_000_000_000_000_000L; power *= 10) {
      for (long number : new long[] {power - 1, power, power + 1, 9 * power, -power}) {
        assertEquals(Long.toString(number), json.clear().value(number).toString());
      }
    }
    for (long number : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, 1L << 31}) {
      assertEquals(Long.toString(number), json.clear().value(number).toString());
    }
  }

  @Test
  void aClearedTextStartsAfresh() {
    json.beginObject().name("a").value(1).endObject();
    assertEquals("[7]", json.clear().beginArray().json("7").endArray().toString());
  }
}

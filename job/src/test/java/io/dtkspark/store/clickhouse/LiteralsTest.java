package io.dtkspark.store.clickhouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiteralsTest {

  @Test
  void whatEndsAQuotationIsEscaped() {
    assertEquals("'it\\'s'", Literals.text("it's"));
    assertEquals("'\\\\\\''", Literals.text("\\'"));
    assertEquals("'a`b\"c\n\t%'", Literals.text("a`b\"c\n\t%"));
    assertEquals("`a\\`b'c\\\\`", Literals.name("a`b'c\\"));
    assertEquals("NULL", Literals.text(null));
    assertEquals("NULL", Literals.moment(null));
    assertEquals("fromUnixTimestamp64Milli(-1, 'UTC')", Literals.moment(-1L));
  }

  /** Asks the server itself what it reads. */
  @Test
  void anyTextComesBackAsItIs() {
    int[] signs =
        "'\\`\"\0\n\r\t\b{}%:;-/*#$?a1 \u00fc\u20ac\ud83d\ude00\u2028".codePoints().toArray();
    Random random = new Random(5);
    try (ClickHouseTestDatabase database = ClickHouseTestDatabase.create()) {
      for (int round = 0; round < 200; round++) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
          text.appendCodePoint(signs[random.nextInt(signs.length)]);
        }
        String sql = "SELECT " + Literals.text(text.toString()) + " -- end";
        assertEquals(List.of(text.toString()), database.query(sql, row -> row.text()), sql);
      }
    }
  }
}

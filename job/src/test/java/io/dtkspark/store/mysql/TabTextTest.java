package io.dtkspark.store.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TabTextTest {

  private final TabText text = new TabText(1);

  @Test
  void fieldsStandBetweenTabsAndRowsEndWithALineFeed() throws IOException {
    text.beginRow();
    text.moment(Instant.parse("2024-02-29T23:59:07.045Z").toEpochMilli());
    text.number(0.1);
    text.flag(true);
    text.endRow();
    text.beginRow();
    text.number(-1e-300);
    text.endRow();
    assertEquals("2024-02-29 23:59:07.045\t0.1\t1\n-1e-300\n", written());
  }

  @Test
  void momentsBeforeTheEpochCountFromTheirOwnMidnight() throws IOException {
    text.beginRow();
    text.moment(-1);
    text.moment(0);
    assertEquals("1969-12-31 23:59:59.999\t1970-01-01 00:00:00.000", written());
  }

  @Test
  void whatIsNotFiniteIsNull() throws IOException {
    text.beginRow();
    text.number(Double.NaN);
    text.number(Double.NEGATIVE_INFINITY);
    assertEquals("\\N\t\\N", written());
  }

  @Test
  void bytesThatMeanSomethingGetABackslash() throws IOException {
    text.beginRow();
    text.text("a\tb\nc\rd\0e\\f ü€😀".getBytes(StandardCharsets.UTF_8));
    assertEquals("a\\tb\\nc\\rd\\0e\\\\f ü€😀", written());
  }

  private String written() throws IOException {
    return new String(text.stream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

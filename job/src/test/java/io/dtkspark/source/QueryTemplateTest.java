package io.dtkspark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.series.TimeRange;
import org.junit.jupiter.api.Test;

class QueryTemplateTest {

  private static final TimeRange BATCH = new TimeRange(1_704_164_645_999L, 1_704_240_000_000L);

  @Test
  void theThreeNamesAreTheBatchAndTheInterval() {
    QueryTemplate template =
        QueryTemplate.parse(
            "{{ dtk_start_time }}|{{ dtk_end_time }}|{{ interval_seconds // 60 }}\n");
    assertEquals("2024-01-02 03:04:05|2024-01-03 00:00:00|10", template.render(BATCH, 600));
  }

  @Test
  void timesBeforeTheEpochAreCutDownwards() {
    assertEquals(
        "1969-12-31 23:59:59",
        QueryTemplate.parse("{{ dtk_start_time }}").render(new TimeRange(-1, 0), 60));
  }

  @Test
  void aTemplateRendersAgainAndAgain() {
    QueryTemplate template =
        QueryTemplate.parse("{% set x = [] %}{{ x.append(1) }}{{ x | length }}");
    assertEquals("None1", template.render(BATCH, 60));
    assertEquals("None1", template.render(BATCH, 60));
  }

  @Test
  void anUnknownNameIsReportedWithItsLine() {
    QueryTemplate template = QueryTemplate.parse("SELECT 1\nFROM {{ tabel }}");
    DtkException failure = assertThrows(DtkException.class, () -> template.render(BATCH, 60));
    assertEquals(ErrorCode.CONFIG, failure.code());
    assertTrue(failure.getMessage().contains("line 2"), failure.getMessage());
    assertTrue(failure.getMessage().contains("'tabel'"), failure.getMessage());
  }

  @Test
  void aBrokenTemplateIsReportedWhenItIsRead() {
    DtkException failure =
        assertThrows(DtkException.class, () -> QueryTemplate.parse("a\nb\n{% if true %}\nc"));
    assertEquals(ErrorCode.CONFIG, failure.code());
    assertTrue(failure.getMessage().contains("line 3"), failure.getMessage());
    assertTrue(failure.getMessage().contains("endif"), failure.getMessage());
  }
}

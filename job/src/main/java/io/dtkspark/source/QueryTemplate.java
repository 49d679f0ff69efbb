package io.dtkspark.source;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.series.TimeRange;
import io.dtkspark.source.template.Template;
import io.dtkspark.source.template.TemplateException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * The query of a metric before its time range is known: SQL in the template language of Jinja2.
 *
 * <p>It sees {@code dtk_start_time} and {@code dtk_end_time}, texts of the form {@code 2024-01-31
 * 23:59:59} in UTC, and {@code interval_seconds}, a whole number. Any other name is an error.
 * Immutable and thread-safe.
 */
public final class QueryTemplate {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Template template;

  private QueryTemplate(Template template) {
    this.template = template;
  }

  /**
   * Reads a template.
   *
   * @throws DtkException CONFIG naming the line and what is wrong
   */
  public static QueryTemplate parse(String text) {
    try {
      return new QueryTemplate(Template.parse(text));
    } catch (TemplateException e) {
      throw failure(e);
    }
  }

  /**
   * The SQL for one batch.
   *
   * @throws DtkException CONFIG naming the line and what is wrong
   */
  public String render(TimeRange batch, long intervalSeconds) {
    try {
      return template.render(
          Map.of(
              "dtk_start_time", time(batch.fromInclusive()),
              "dtk_end_time", time(batch.toExclusive()),
              "interval_seconds", intervalSeconds));
    } catch (TemplateException e) {
      throw failure(e);
    }
  }

  private static String time(long epochMillis) {
    return LocalDateTime.ofEpochSecond(Math.floorDiv(epochMillis, 1000L), 0, ZoneOffset.UTC)
        .format(SECONDS);
  }

  private static DtkException failure(TemplateException e) {
    String place = e.line() > 0 ? ", line " + e.line() : "";
    return new DtkException(
        ErrorCode.CONFIG,
        "query template"
            + place
            + ": "
            + e.getMessage()
            + " (names a template can use: dtk_start_time, dtk_end_time, interval_seconds)",
        e);
  }
}

package io.dtkspark.load;

import io.dtkspark.json.JsonText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Seasonality derived from timestamps, as stored JSON: {@code hour}, {@code day_of_week} (Monday
 * 0), {@code day_of_month}, {@code month}, {@code is_weekend}, {@code is_holiday} (always false, as
 * in detectkit 0.67.2). Timestamps of one hour share one text.
 */
final class BuiltinSeasonality {

  private static final long HOUR_MILLIS = 3_600_000;

  private final List<String> sortedColumns;
  private final JsonText json = new JsonText();
  private long lastHour = Long.MIN_VALUE;
  private String lastText;

  BuiltinSeasonality(List<String> columns) {
    this.sortedColumns = columns.stream().sorted().toList();
  }

  /** The object for one timestamp; {@code {}} without columns. */
  String at(long epochMillis) {
    long hour = Math.floorDiv(epochMillis, HOUR_MILLIS);
    if (hour != lastHour) {
      lastHour = hour;
      lastText = text(LocalDateTime.ofEpochSecond(hour * 3600, 0, ZoneOffset.UTC));
    }
    return lastText;
  }

  private String text(LocalDateTime time) {
    LocalDate date = time.toLocalDate();
    json.clear().beginObject();
    for (String column : sortedColumns) {
      json.name(column);
      switch (column) {
        case "hour" -> json.value(time.getHour());
        case "day_of_week" -> json.value(date.getDayOfWeek().getValue() - 1);
        case "day_of_month" -> json.value(date.getDayOfMonth());
        case "month" -> json.value(date.getMonthValue());
        case "is_weekend" -> json.value(date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
        case "is_holiday" -> json.value(false);
        default -> throw new IllegalArgumentException("no built-in seasonality: " + column);
      }
    }
    return json.endObject().toString();
  }
}

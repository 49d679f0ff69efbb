package io.dtkspark.load;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Tells the user that a query's rows miss the metric's grid, so that only NULLs are stored. */
final class Misalignment {

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MILLI_OF_SECOND, 0, 3, true)
          .toFormatter(Locale.ROOT);

  private Misalignment() {}

  /**
   * @param slot any slot of the grid, epoch milliseconds
   * @param row a row of the query, epoch milliseconds
   */
  static String warning(long slot, long stepMillis, long row) {
    long late = Math.floorMod(row - slot, stepMillis);
    return "no row of the query lies on the metric's grid, so its batch is stored as NULL: e.g. the"
        + " row at "
        + time(row)
        + " is "
        + BigDecimal.valueOf(late, 3).stripTrailingZeros().toPlainString()
        + " s after the slot at "
        + time(row - late)
        + ". Truncate timestamps to the interval in the query, or set loading_start_time to the"
        + " phase of the rows";
  }

  private static String time(long epochMillis) {
    int nanos = (int) Math.floorMod(epochMillis, 1000L) * 1_000_000;
    return TIME.format(
        LocalDateTime.ofEpochSecond(Math.floorDiv(epochMillis, 1000L), nanos, ZoneOffset.UTC));
  }
}

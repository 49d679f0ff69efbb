package io.dtkspark.load;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells the user that a query's rows miss the metric's grid, so that only NULLs are stored. */
final class Misalignment {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Misalignment() {}

  /**
   * @param slot any slot of the grid, epoch milliseconds
   * @param row a row of the query, epoch milliseconds
   */
  static String warning(long slot, long stepMillis, long row) {
    long late = Math.floorMod(row - slot, stepMillis);
    long before = row - late;
    return "no row of the query lies on the metric's grid, so its batch is stored as NULL: e.g. the"
        + " row at "
        + TIME.format(Instant.ofEpochMilli(row))
        + " is "
        + late / 1000
        + " s after the slot at "
        + TIME.format(Instant.ofEpochMilli(before))
        + ". Truncate timestamps to the interval in the query, or set loading_start_time to the"
        + " phase of the rows";
  }
}

package io.dtkspark.source;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The moments there are in Python: those of the years 1 to 9999. */
public final class Moments {

  /** What Python's drivers return for {@code -infinity}. */
  public static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);

  /** What Python's drivers return for {@code infinity}. */
  public static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000);

  private static final long FIRST_MILLIS = FIRST.toInstant(ZoneOffset.UTC).toEpochMilli();
  private static final long LAST_MILLIS = LAST.toInstant(ZoneOffset.UTC).toEpochMilli();

  private Moments() {}

  /** Whether epoch milliseconds lie in the years 1 to 9999. */
  static boolean inRange(long millis) {
    return millis >= FIRST_MILLIS && millis <= LAST_MILLIS;
  }

  /**
   * Returns the moment.
   *
   * @throws DateTimeException when it is beyond the years 1 to 9999
   */
  public static LocalDateTime inRange(LocalDateTime moment) {
    if (moment.getYear() < FIRST.getYear() || moment.getYear() > LAST.getYear()) {
      throw new DateTimeException("the year " + moment.getYear() + " is not in 1 to 9999");
    }
    return moment;
  }

  /**
   * The moment, in UTC, that is a number of milliseconds after 1970.
   *
   * @throws DateTimeException when it is beyond the years 1 to 9999
   */
  public static LocalDateTime ofMillis(long millis) {
    if (!inRange(millis)) {
      throw new DateTimeException(millis + " milliseconds are not in the years 1 to 9999");
    }
    int nanos = (int) Math.floorMod(millis, 1000L) * 1_000_000;
    return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), nanos, ZoneOffset.UTC);
  }
}

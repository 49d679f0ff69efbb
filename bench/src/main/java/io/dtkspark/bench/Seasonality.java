package io.dtkspark.bench;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.seasonality.SeasonalityKeys;
import java.util.Arrays;

/** Seasonality components of a benchmark, with the step between rows that gives them their keys. */
enum Seasonality {
  NONE(5),
  /** Hour of the day. */
  HOUR24(5),
  /** Hour of the day and day of the week as one component. */
  HOURWEEK168(5),
  /** Minute of the day. */
  MINUTE1440(1),
  /** Hour of the day and day of the week as two components. */
  HOUR24WEEKDAY7(5);

  /** A Monday, 2024-01-01T00:00:00Z. */
  private static final long START_MILLIS = 1_704_067_200_000L;

  private static final long MINUTE_MILLIS = 60_000;
  private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

  private final long stepMillis;

  Seasonality(int stepMinutes) {
    stepMillis = stepMinutes * MINUTE_MILLIS;
  }

  long[] epochMillis(int rows) {
    long[] epochMillis = new long[rows];
    Arrays.setAll(epochMillis, row -> START_MILLIS + row * stepMillis);
    return epochMillis;
  }

  SeasonalityGroups groups(long[] epochMillis) {
    int[] hour = part(epochMillis, HOUR_MILLIS, 24);
    int[] weekday = part(epochMillis, DAY_MILLIS, 7);
    SeasonalityKeys keys = new SeasonalityKeys(epochMillis.length);
    return switch (this) {
      case NONE -> SeasonalityGroups.NONE;
      case HOUR24 -> keys.component(hour).build();
      case HOURWEEK168 -> keys.component(hour, weekday).build();
      case MINUTE1440 -> keys.component(part(epochMillis, MINUTE_MILLIS, 1440)).build();
      case HOUR24WEEKDAY7 -> keys.component(hour).component(weekday).build();
    };
  }

  private static int[] part(long[] epochMillis, long unitMillis, int count) {
    return Arrays.stream(epochMillis).mapToInt(t -> (int) (t / unitMillis % count)).toArray();
  }
}

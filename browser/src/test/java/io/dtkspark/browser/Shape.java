package io.dtkspark.browser;

import io.dtkspark.series.Series;
import java.util.Random;

/** What the values of a seeded series look like. */
enum Shape {
  NOISE,
  TIES,
  CONSTANT,
  BIMODAL,
  TREND,
  OUTLIERS,
  GAPS,
  INFINITIES,
  SIGNED_ZEROS,
  DAILY;

  static final long STEP_MILLIS = 60_000;

  private static final long START_MILLIS = 1_700_000_040_000L;

  /**
   * @param absentRows whether about a fifth of the rows is missing, now and then an hour of them
   */
  Series series(Random random, int rows, boolean absentRows) {
    long[] millis = new long[rows];
    double[] values = new double[rows];
    long now = START_MILLIS;
    for (int row = 0; row < rows; row++) {
      millis[row] = now;
      values[row] = value(random.nextGaussian(), random.nextInt(60), row);
      now += STEP_MILLIS;
      if (absentRows && random.nextInt(5) == 0) {
        now += STEP_MILLIS * (random.nextInt(12) == 0 ? 60 : random.nextInt(3));
      }
    }
    return new Series(millis, values, rows);
  }

  /**
   * @param dice from 0 to 59, all equally likely
   */
  private double value(double noise, int dice, int row) {
    return switch (this) {
      case NOISE -> 50 + noise;
      case TIES -> Math.floor(50 + 2 * noise);
      case CONSTANT -> dice == 0 ? 43 : 42.1;
      case BIMODAL -> dice < 30 ? 10 : 20;
      case TREND -> 0.4 * row + noise;
      case OUTLIERS -> 100 + noise + (dice < 2 ? 1e12 * noise : 0);
      case GAPS -> dice < 15 || row % 50 > 40 ? Double.NaN : noise;
      case INFINITIES -> dice > 6 ? noise : noise / 0.0;
      case SIGNED_ZEROS -> dice < 20 ? Math.floor(noise) : noise > 0 ? 0.0 : -0.0;
      case DAILY -> 100 + 10 * Math.abs(row % 24 - 12) + noise;
    };
  }
}

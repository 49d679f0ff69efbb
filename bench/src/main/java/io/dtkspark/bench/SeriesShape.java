package io.dtkspark.bench;

import java.util.Random;

/**
 * What the values of a benchmark series look like. Beside ordinary noise these are shapes that
 * rolling structures find hard: many equal values, order statistics that jump, windows that empty.
 */
enum SeriesShape {
  /** A daily wave with noise, 1 % gaps and 1 % outliers. */
  NOISE,
  /** About ten distinct values. */
  TIES,
  /** One value but for a row in sixty, so that the spread is 0. */
  CONSTANT,
  /** Two separate modes of equal weight: the median jumps from one to the other. */
  BIMODAL,
  /** A slope so steep that a row is the highest of its window. */
  TREND,
  /** A new level every 2,000 rows. */
  LEVELSHIFT,
  /** Outliers of 1e12, which leave rounding errors in running sums. */
  OUTLIERS1E12,
  /** 300 rows missing in every 700. */
  GAPS,
  /** 1 % infinities of either sign. */
  INFINITIES;

  /**
   * Fills a series; the same arguments give the same values.
   *
   * @param rows length of the result; NaN = gap
   */
  double[] values(int rows) {
    Random random = new Random(42);
    double[] values = new double[rows];
    double level = 0;
    for (int row = 0; row < rows; row++) {
      level = row % 2000 == 0 ? 100 * random.nextGaussian() : level;
      values[row] = value(random, row, level);
    }
    return values;
  }

  private double value(Random random, int row, double level) {
    double noise = random.nextGaussian();
    double draw = random.nextDouble();
    return switch (this) {
      case NOISE -> draw < 0.01 ? Double.NaN : daily(row, noise) + (draw < 0.02 ? 60 : 0);
      case TIES -> Math.floor(50 + 2 * noise);
      case CONSTANT -> draw < 1 / 60.0 ? 43 : 42.1;
      case BIMODAL -> (draw < 0.5 ? 10 : 20) + noise / 10;
      case TREND -> 5.0 * row + noise;
      case LEVELSHIFT -> level + noise;
      case OUTLIERS1E12 -> draw < 0.01 ? 1e12 * noise : daily(row, noise);
      case GAPS -> row % 700 >= 400 ? Double.NaN : daily(row, noise);
      case INFINITIES -> draw < 0.01 ? Math.copySign(1 / 0.0, noise) : daily(row, noise);
    };
  }

  private static double daily(int row, double noise) {
    return 100 + 20 * Math.sin(row / 229.0) + 2 * noise;
  }
}

package io.dtkspark.detector;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.seasonality.SeasonalityKeys;
import io.dtkspark.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded series of many shapes, with or without absent rows, and batch layouts over them. */
public final class RandomSeries {

  static final long STEP_MILLIS = 60_000;

  /** What the values look like. */
  public enum Shape {
    NOISE,
    TIES,
    CONSTANT,
    BIMODAL,
    TREND,
    HEAVY_TAILS,
    OUTLIERS,
    GAPS,
    INFINITIES,
    COUNTS,
    SIGNED_ZEROS,
    DAILY;

    public double value(Random random, int row) {
      double noise = random.nextGaussian();
      return switch (this) {
        case NOISE -> 50 + noise;
        case TIES -> Math.floor(50 + 2 * noise);
        case CONSTANT -> random.nextInt(60) == 0 ? 43 : 42.1;
        case BIMODAL -> random.nextBoolean() ? 10 : 20;
        case TREND -> 0.4 * row + noise;
        case HEAVY_TAILS -> noise / random.nextGaussian();
        case OUTLIERS -> 100 + noise + (random.nextInt(30) == 0 ? 1e12 * noise : 0);
        case GAPS -> random.nextInt(4) == 0 || row % 50 > 40 ? Double.NaN : noise;
        case INFINITIES -> random.nextInt(8) > 0 ? noise : noise > 0 ? 1 / 0.0 : -1 / 0.0;
        case COUNTS -> Math.max(0, Math.floor(2 * noise));
        case SIGNED_ZEROS -> random.nextInt(3) > 0 ? Math.copySign(0.0, noise) : Math.rint(noise);
        case DAILY -> 100 + 10 * Math.sin(Math.PI * row / 12) + noise;
      };
    }
  }

  private RandomSeries() {}

  /**
   * @param absentRows whether about a fifth of the rows and some longer stretches are missing
   */
  static Series of(Shape shape, Random random, int rows, boolean absentRows) {
    long[] millis = new long[rows];
    double[] values = new double[rows];
    long now = 1_700_000_040_000L;
    for (int i = 0; i < rows; i++) {
      millis[i] = now;
      values[i] = shape.value(random, i);
      now += STEP_MILLIS;
      if (absentRows && random.nextInt(5) == 0) {
        now += STEP_MILLIS * (random.nextInt(12) == 0 ? 70 : random.nextInt(3));
      }
    }
    return new Series(millis, values, rows);
  }

  /** Four hours, and weekdays within them, some rows without either. */
  static SeasonalityGroups groups(Random random, int rows) {
    int[] hour = new int[rows];
    int[] weekday = new int[rows];
    for (int i = 0; i < rows; i++) {
      boolean unknown = random.nextInt(20) == 0;
      hour[i] = unknown ? -1 : i % 4;
      weekday[i] = unknown ? -1 : i / 8 % 3;
    }
    SeasonalityKeys keys = new SeasonalityKeys(rows);
    return switch (random.nextInt(4)) {
      case 0 -> keys.component(hour).build();
      case 1 -> keys.component(hour).component(weekday).build();
      case 2 -> keys.component(hour, weekday).build();
      default -> keys.component().component(weekday).build();
    };
  }

  /** Batches of {@code batchSize} steps from row {@code from} on, each with its context by time. */
  static ScoringBatch[] batches(Series series, int from, int batchSize, int contextSize) {
    List<ScoringBatch> batches = new ArrayList<>();
    long end = series.epochMillis()[series.size() - 1] + STEP_MILLIS;
    long start = series.epochMillis()[from];
    while (start < end) {
      long stop = start + batchSize * STEP_MILLIS;
      batches.add(
          new ScoringBatch(
              firstRow(series, start - contextSize * STEP_MILLIS),
              firstRow(series, start),
              firstRow(series, stop)));
      start = stop;
    }
    return batches.toArray(new ScoringBatch[0]);
  }

  private static int firstRow(Series series, long millis) {
    int row = 0;
    while (row < series.size() && series.epochMillis()[row] < millis) {
      row++;
    }
    return row;
  }
}

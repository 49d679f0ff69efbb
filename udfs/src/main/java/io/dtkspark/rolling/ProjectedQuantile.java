package io.dtkspark.rolling;

import io.dtkspark.rolling.FoundQuantile.Outcome;
import io.dtkspark.stats.HazenRank;

/**
 * Finds a quantile of projected values, or of their deviations from a centre, in sorted runs.
 *
 * <p>Looks where the quantile was last time and moves on from there. Where it usually moves past
 * very many rows, as it does with short half-lives, the place is bisected first.
 */
final class ProjectedQuantile {

  /** Beyond this, bounds could overflow. */
  private static final double HUGE = 1e300;

  /** Misses before all rows are looked at. */
  private static final int MISSES = 100;

  /** Rows between the bounds, in any case and per run, that cost less to look at than to bisect. */
  private static final double WIDE = 64;

  private static final double WIDE_PER_RUN = 32;

  /** The share of the weight below which a run is left out of the bisection. */
  private static final double LIGHT = 1e-6;

  /** Rows that are left by bisection. */
  private static final double NARROW = 16;

  /** Rows between the bounds, in any case and per run, that cost less than a miss now and then. */
  private static final double CHEAP = 16;

  private static final double CHEAP_PER_RUN = 8;

  private final double quantile;
  private final int place;
  private final RowWeights weights;
  private final WindowWeight window;
  private final WindowRuns runs;
  private final FoundRows found;
  private final FoundQuantile result;
  private final HazenRank rank;
  private final SearchBounds bounds = new SearchBounds();
  private final WeightTarget target = new WeightTarget();
  private double center;

  /**
   * @param place of the runs that is free to use; deviations use the next one as well
   * @param found reused
   * @param result receives the quantile
   */
  ProjectedQuantile(
      double quantile,
      int place,
      RowWeights weights,
      WindowWeight window,
      WindowRuns runs,
      FoundRows found,
      FoundQuantile result) {
    this.quantile = quantile;
    this.place = place;
    this.weights = weights;
    this.window = window;
    this.runs = runs;
    this.found = found;
    this.result = result;
    rank = new HazenRank(quantile);
  }

  /** Forgets where the quantile was. */
  void begin() {
    bounds.forget();
  }

  /**
   * Finds the quantile of projected values.
   *
   * @param move by how much values have moved since last time
   * @return false if only the original's order of summation can tell, or infinities are involved
   */
  boolean find(double move) {
    return find(Double.NaN, move);
  }

  /** As {@link #find(double)}, for the deviations from a centre. */
  boolean findDeviation(double newCenter) {
    return Math.abs(newCenter) < HUGE && find(newCenter, 0.0);
  }

  private boolean find(double newCenter, double move) {
    center = newCenter;
    rank.resize(window.size());
    window.aim(target, quantile);
    bounds.begin(move);
    if (bounds.expected() > WIDE && bounds.expected() > costOfClosingIn()) {
      closeIn();
    }
    Outcome outcome = look();
    for (int miss = 1; outcome == Outcome.LOWER || outcome == Outcome.HIGHER; miss++) {
      bounds.miss(outcome == Outcome.LOWER, result.distance(), found.size());
      if (miss > MISSES) {
        bounds.open();
      }
      outcome = look();
    }
    return learn() && outcome == Outcome.FOUND;
  }

  private double costOfClosingIn() {
    return WIDE + WIDE_PER_RUN * runs.countHeavy(window.scale(), LIGHT * window.weight());
  }

  private Outcome look() {
    if (Double.isNaN(center)) {
      runs.find(found, bounds.low(), bounds.high(), place);
    } else {
      runs.findDeviations(found, center, bounds.low(), bounds.high(), place);
    }
    return weights.isUniform() ? result.find(found, rank) : result.find(found, target);
  }

  /** Learns where the quantile was; not if its neighbours are infinite. */
  private boolean learn() {
    if (!(Math.abs(result.lower()) < HUGE && Math.abs(result.upper()) < HUGE)) {
      bounds.forget();
      return false;
    }
    if (bounds.isKnown()) {
      double cheap = CHEAP + CHEAP_PER_RUN * runs.count();
      bounds.hit(result.lower(), result.upper(), found.size(), cheap);
    } else {
      double width = found.values()[found.sortedTo() - 1] - found.values()[found.sortedFrom()];
      bounds.learn(result.lower(), result.upper(), width < HUGE ? width : 0);
    }
    return true;
  }

  /** Bisects by the weight below, after bounds have been found that the quantile is between. */
  private void closeIn() {
    double goal = target.high + target.scale * target.low;
    double low = bounds.low();
    double high = bounds.high();
    double width = high - low;
    for (; weightBelow(low) >= goal && width < HUGE; width *= 2) {
      high = low;
      low -= width;
    }
    for (; weightBelow(high) < goal && width < HUGE; width *= 2) {
      low = high;
      high += width;
    }
    for (double rows = bounds.expected(); rows > NARROW; rows /= 2) {
      double middle = low + (high - low) / 2;
      if (weightBelow(middle) < goal) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double margin = (high - low) / 2;
    bounds.set(low - margin, high + margin);
  }

  private double weightBelow(double bound) {
    boolean folded = !Double.isNaN(center);
    double from = folded ? center - bound : Double.NEGATIVE_INFINITY;
    double to = folded ? center + bound : bound;
    return runs.weightBetween(from, to, window.scale(), LIGHT * window.weight());
  }
}

package io.dtkspark.rolling;

import io.dtkspark.stats.HazenRank;

/**
 * The weighted median of the ages of a piece of a list of rows, both of whose ends only move
 * forward.
 *
 * <p>Rows run from the oldest to the newest, so ages are sorted already and equal weights need
 * nothing but an index. Otherwise a finger stands at the newest row whose midpoint is beyond half
 * of the weight:
 *
 * <pre>
 *   from          finger           to
 *    r   r   r   r   r   r   r   r         older to newer
 *                        [ newer ]         weight of the rows after the finger
 * </pre>
 *
 * <p>It moves forward as the ends do. Decay stops at 1000 half-lives, which the growing weights of
 * {@link RowWeights} cannot express: from there on weights are equal, and shortly before it the
 * median is computed in full. Cost: O(1) amortised, otherwise.
 */
final class AgeMedian {

  /** Half-lives up to which, and from which on, it does not matter that decay stops at 1000. */
  private static final double DECAYING = 800.0;

  private static final double FLAT = 1000.0;

  private final WeightTable table;
  private final RowWeights weights;
  private final ExactMedian exact;
  private final HazenRank rank = new HazenRank(0.5);
  private final WeightSum total = new WeightSum();
  private final WeightSum newer = new WeightSum();
  private final WeightSum remainder = new WeightSum();
  private final WeightTarget target = new WeightTarget();
  private final Bracket bracket;
  private int[] rows = new int[0];
  private int from;
  private int to;
  private int finger;

  AgeMedian(WeightTable table, RowWeights weights, ExactMedian exact) {
    this.table = table;
    this.exact = exact;
    this.weights = weights;
    bracket = new Bracket(weights);
  }

  /** Starts over with no rows, before element {@code start} of a list. */
  void begin(int[] newRows, int start) {
    rows = newRows;
    from = start;
    to = start;
    finger = start;
    sumAnew();
  }

  /** The next row of the list enters at the newer end. */
  void add() {
    int row = rows[to++];
    if (weights.isUniform()) {
      return;
    }
    total.add(weights.high(row), weights.low(row));
    newer.add(weights.high(row), weights.low(row));
    if (to - from == 1) {
      finger = from;
      newer.clear();
    }
  }

  /** The oldest row leaves. */
  void removeOldest() {
    int row = rows[from++];
    if (weights.isUniform()) {
      return;
    }
    total.add(-weights.high(row), -weights.low(row));
    if (from == to) {
      total.clear();
    } else if (finger < from) {
      stepForward();
    }
  }

  /** Takes all sums anew, after the weights have changed. */
  void sumAnew() {
    total.clear();
    newer.clear();
    for (int k = to - 1; k >= from; k--) {
      if (k == finger) {
        newer.set(total);
      }
      total.add(weights.high(rows[k]), weights.low(rows[k]));
    }
  }

  /** The median age as seen from {@code row}; there are at least two rows. */
  double asSeenFrom(int row) {
    double halfLives = weights.isUniform() ? FLAT : (row - rows[to - 1]) / table.halfLife();
    if (halfLives >= FLAT) {
      return ofEqualWeights(row);
    }
    return halfLives > DECAYING ? exact.ofAges(rows, from, to, row) : atFinger(row);
  }

  private double ofEqualWeights(int row) {
    rank.resize(to - from);
    int newest = to - 1 - rank.rank();
    return rank.isExact()
        ? row - rows[newest]
        : rank.between(row - rows[newest], row - rows[newest - 1]);
  }

  private double atFinger(int row) {
    target.face(total, to - from, weights.scale(row));
    target.aim(total, 0.5);
    while (finger > from && remaining(finger, 0.5) >= 0) {
      newer.add(weights.high(rows[finger]), weights.low(rows[finger]));
      finger--;
    }
    while (finger + 1 < to && remaining(finger + 1, -0.5) < 0) {
      stepForward();
    }
    int age = row - rows[finger];
    if (finger + 1 == to) {
      return age;
    }
    remainder.set(target);
    remainder.subtract(newer);
    bracket.set(remainder, target, row - rows[finger + 1], rows[finger + 1], age, rows[finger]);
    return bracket.value();
  }

  /** Half of the weight minus what is newer than the finger and a part of a row. */
  private double remaining(int k, double part) {
    return target.above(newer, part * weights.high(rows[k]), part * weights.low(rows[k]));
  }

  private void stepForward() {
    finger++;
    newer.add(-weights.high(rows[finger]), -weights.low(rows[finger]));
  }
}

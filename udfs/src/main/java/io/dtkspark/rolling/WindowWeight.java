package io.dtkspark.rolling;

/** What the rows of a window weigh together, kept row by row, as seen from a row after them. */
final class WindowWeight {

  private final RowWeights weights;
  private final WeightSum total = new WeightSum();
  private int size;
  private double scale;

  WindowWeight(RowWeights weights) {
    this.weights = weights;
  }

  /** Starts over with no rows. */
  void begin() {
    total.clear();
    size = 0;
  }

  void add(int row) {
    total.add(weights.high(row), weights.low(row));
    size++;
  }

  void remove(int row) {
    size--;
    if (size == 0) {
      total.clear();
    } else {
      total.add(-weights.high(row), -weights.low(row));
    }
  }

  /** Looks from another row. */
  void turn(int row) {
    scale = weights.scale(row);
  }

  /** What the low parts of weights are multiplied by, see {@link RowWeights}. */
  double scale() {
    return scale;
  }

  int size() {
    return size;
  }

  /** The weight, rounded. */
  double weight() {
    return total.high + scale * total.low;
  }

  /** The weight of the average row. */
  double average() {
    return weight() / size;
  }

  /** Aims at a share of the weight. */
  void aim(WeightTarget target, double quantile) {
    target.face(total, size, scale);
    target.aim(total, quantile);
  }
}

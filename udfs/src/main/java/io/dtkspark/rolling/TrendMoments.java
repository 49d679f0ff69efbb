package io.dtkspark.rolling;

/**
 * Mean and squared deviations of the values of a window projected along a slope that is another for
 * each description.
 *
 * <p>Sums of positions, values and their products are kept for both parts of a {@link CutWindow},
 * like in {@link CutSums}, positions counted from the row of the cut; the slope is applied to the
 * sums. Of the older part only every {@value #STRIDE}th suffix is stored, the few rows in between
 * are added for each description. Linear weights are the weight of the cut plus the position, so
 * they take a second set of sums, weighted by the position.
 *
 * <p>Cost: about ten times that of {@link CutSums}. Memory: {@value TrendSums#STORED} doubles per
 * {@value #STRIDE} rows, twice that for linear weights.
 */
final class TrendMoments {

  private static final int STRIDE = 8;

  private final WeightTable weights;
  private final boolean linear;
  private final boolean exponential;
  private final TrendSums newer = new TrendSums();
  private final TrendSums newerByPosition = new TrendSums();
  private final TrendSums older = new TrendSums();
  private final TrendSums olderByPosition = new TrendSums();
  private final TrendSums total = new TrendSums();
  private double[] suffixes = new double[0];
  private double[] suffixesByPosition = new double[0];
  private double[] values = new double[0];
  private int[] rows = new int[0];
  private int cut = -1;
  private int end;
  private double pivot;
  private double mean;
  private double parts;

  /** Weights of exponential kind are seen from {@code start + span}, as in ExponentialSums. */
  private int start;

  private int span;
  private double cutUnit;

  TrendMoments(WeightTable weights) {
    this.weights = weights;
    linear = weights.kind() == WindowWeights.Kind.LINEAR;
    exponential = weights.kind() == WindowWeights.Kind.EXPONENTIAL;
  }

  /** Forgets everything; windows over another list follow. */
  void begin(double[] newValues, int[] newRows) {
    values = newValues;
    rows = newRows;
    cut = -1;
  }

  /** Describes a window, which is not empty, as seen from {@code row}. */
  void describe(CutWindow window, int row, double slope) {
    follow(window);
    int cutRow = rows[cut];
    total.clear();
    if (linear) {
      double base = weights.windowSize() + 1.0 - (row - cutRow);
      restoreOlder(window.head());
      total.addAll(newer, base);
      total.addAll(newerByPosition, 1.0);
      total.addAll(older, base);
      total.addAll(olderByPosition, 1.0);
    } else {
      restoreOlder(window.head());
      older.shift(pivot - values[cutRow]);
      total.addAll(newer, 1.0);
      total.addAll(older, cutUnit);
    }
    parts = total.squaredDistances() + slope * slope * total.squaredPositions();
    total.tilt(slope);
    double rest = total.meanDistance();
    total.shift(rest);
    mean = pivot + (slope * (row - cutRow) + rest);
  }

  double mean() {
    return mean;
  }

  /** The mean square of the deviations from the mean. */
  double variance() {
    return total.squaredDistances() / total.weight();
  }

  /** What the variance is the difference of, about. */
  double parts() {
    return parts / total.weight();
  }

  private void follow(CutWindow window) {
    if (cut != window.cut()) {
      cut = window.cut();
      end = cut;
      storeOlder(window.head());
      startNewer();
    }
    for (; end < window.tail(); end++) {
      addNewer(rows[end]);
    }
  }

  private void storeOlder(int head) {
    int stored = (cut - head) / STRIDE + 1;
    if (suffixes.length < stored * TrendSums.STORED) {
      suffixes = new double[2 * stored * TrendSums.STORED];
      suffixesByPosition = new double[linear ? suffixes.length : 0];
    }
    older.clear();
    olderByPosition.clear();
    for (int k = 0; k < cut - head; k++) {
      if (k % STRIDE == 0) {
        store(k / STRIDE);
      }
      addOlder(rows[cut - 1 - k]);
    }
    if ((cut - head) % STRIDE == 0) {
      store((cut - head) / STRIDE);
    }
  }

  private void store(int number) {
    older.store(suffixes, number * TrendSums.STORED);
    if (linear) {
      olderByPosition.store(suffixesByPosition, number * TrendSums.STORED);
    }
  }

  private void restoreOlder(int head) {
    int number = (cut - head) / STRIDE;
    older.load(suffixes, number * TrendSums.STORED);
    if (linear) {
      olderByPosition.load(suffixesByPosition, number * TrendSums.STORED);
    }
    for (int i = cut - 1 - number * STRIDE; i >= head; i--) {
      addOlder(rows[i]);
    }
  }

  private void addOlder(int row) {
    int cutRow = rows[cut];
    double position = row - cutRow;
    double distance = values[row] - values[cutRow];
    older.add(exponential ? weights.of(cutRow - row) : 1.0, position, distance);
    if (linear) {
      olderByPosition.add(position, position, distance);
    }
  }

  private void startNewer() {
    newer.clear();
    newerByPosition.clear();
    start = rows[cut];
    pivot = values[start];
    span = ExponentialSums.horizon(weights);
    cutUnit = weights.of(exponential ? span : 0);
  }

  private void addNewer(int row) {
    if (exponential && row - start > span) {
      moveHorizon(row);
    }
    double position = row - rows[cut];
    double distance = values[row] - pivot;
    newer.add(exponential ? weights.of(start + span - row) : 1.0, position, distance);
    if (linear) {
      newerByPosition.add(position, position, distance);
    }
  }

  private void moveHorizon(int row) {
    double decay = weights.of(row - start);
    cutUnit *= decay;
    newer.scale(decay);
    newer.shift(values[row] - pivot);
    pivot = values[row];
    start = row;
  }
}

package io.dtkspark.autotune.search;

import io.dtkspark.stats.NaturalLog;
import io.dtkspark.stats.PairwiseSum;
import io.dtkspark.stats.RowSort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much better a seasonality grouping explains rows it has not seen.
 *
 * <p>For each fold, median and median deviation of all rows before it, and of each group with
 * enough rows, are the two models. The fold's rows are scored by the negative log-likelihood of a
 * normal distribution; the gain is 1 less the ratio of the two means. Both a better centre and a
 * narrower spread of the groups lower it. The tenth of the rows that is least normal for the
 * ungrouped model is left out of both. Without grouping the gain is 0.
 */
final class HeldOutFit {

  /** Rows a group needs before it has a model of its own; detectors want as many by default. */
  static final int ROWS_PER_GROUP = 10;

  private static final double TRIMMED_SHARE = 0.10;

  /** Limit of a squared residual in sigmas, so that one wild row cannot rule a fold. */
  private static final double LARGEST_SQUARE = 50.0;

  private final double[] values;
  private final double smallestSpread;
  private final double lambda;
  private final List<HeldOut> folds = new ArrayList<>();
  private final Sample sample = new Sample();

  /**
   * @param fold rows to explain
   * @param rows its finite rows, the trimmed ones aside, in the order in which they are averaged
   * @param center of the finite rows before it
   * @param spread likewise
   * @param meanLoss of the ungrouped model
   */
  private record HeldOut(Fold fold, int[] rows, double center, double spread, double meanLoss) {}

  /** Gain fold by fold, folds with too little history left out, and the one number of it. */
  record Gain(double score, double[] perFold) {
    double improvedShare() {
      return perFold.length == 0
          ? 0
          : (double) Arrays.stream(perFold).filter(gain -> gain > 0).count() / perFold.length;
    }
  }

  HeldOutFit(double[] values, List<Fold> folds, double lambda) {
    this.values = values;
    this.lambda = lambda;
    for (double value : values) {
      if (Double.isFinite(value)) {
        sample.add(Math.abs(value));
      }
    }
    double scale = sample.size() == 0 ? 0 : 1e-9 * sample.median();
    smallestSpread = scale + 1e-12;
    folds.forEach(this::prepare);
  }

  /** Cost: O(rows) for each fold. */
  Gain gain(RowKeys keys) {
    int[][] rowsOfKey = rowsOfKey(keys);
    double[] perFold = new double[folds.size()];
    for (int k = 0; k < perFold.length; k++) {
      HeldOut fold = folds.get(k);
      double meanLoss = meanLoss(fold, keys.keyOfRow(), rowsOfKey);
      perFold[k] = 1.0 - meanLoss / PythonMath.max(fold.meanLoss(), smallestSpread);
    }
    return new Gain(perFold.length == 0 ? 0 : score(perFold), perFold);
  }

  private double score(double[] perFold) {
    int n = perFold.length;
    double mean = PairwiseSum.sum(perFold, 0, n) / n;
    double[] squares = new double[n];
    for (int k = 0; k < n; k++) {
      squares[k] = (perFold[k] - mean) * (perFold[k] - mean);
    }
    return mean - lambda * Math.sqrt(PairwiseSum.sum(squares, 0, n) / n);
  }

  private void prepare(Fold fold) {
    sample.clear();
    for (int row = 0; row < fold.from(); row++) {
      if (Double.isFinite(values[row])) {
        sample.add(values[row]);
      }
    }
    int[] rows = finiteRows(fold);
    if (sample.size() < ROWS_PER_GROUP || rows.length == 0) {
      return;
    }
    double center = sample.detectorMedian();
    double spread = spread(center);
    int[] inliers = inliers(rows, center, spread);
    double[] losses = new double[inliers.length];
    for (int k = 0; k < losses.length; k++) {
      losses[k] = loss(values[inliers[k]], center, spread);
    }
    double meanLoss = PairwiseSum.sum(losses, 0, losses.length) / losses.length;
    folds.add(new HeldOut(fold, inliers, center, spread, meanLoss));
  }

  private int[] finiteRows(Fold fold) {
    return IntStream.range(fold.from(), fold.to())
        .filter(row -> Double.isFinite(values[row]))
        .toArray();
  }

  /** The rows nearest to the centre, nearest first. */
  private int[] inliers(int[] rows, double center, double spread) {
    double[] squares = new double[rows.length];
    int[] order = rows.clone();
    for (int k = 0; k < rows.length; k++) {
      double z = (values[rows[k]] - center) / spread;
      squares[k] = z * z;
    }
    new RowSort().sort(squares, order, order.length);
    int trimmed = (int) Math.floor(TRIMMED_SHARE * rows.length);
    return Arrays.copyOf(order, rows.length - trimmed);
  }

  private double meanLoss(HeldOut fold, int[] keyOfRow, int[][] rowsOfKey) {
    double[] center = new double[rowsOfKey.length];
    double[] spread = new double[rowsOfKey.length];
    double[] widening = new double[rowsOfKey.length];
    for (int key = 0; key < rowsOfKey.length; key++) {
      boolean modelled = load(rowsOfKey[key], fold.fold().from()) >= ROWS_PER_GROUP;
      center[key] = modelled ? sample.detectorMedian() : fold.center();
      spread[key] = modelled ? spread(center[key]) : fold.spread();
      widening[key] = NaturalLog.of(spread[key] / fold.spread());
    }
    double[] losses = new double[fold.rows().length];
    for (int k = 0; k < losses.length; k++) {
      int key = keyOfRow[fold.rows()[k]];
      losses[k] = loss(values[fold.rows()[k]], center[key], spread[key]) + widening[key];
    }
    return PairwiseSum.sum(losses, 0, losses.length) / losses.length;
  }

  /** Loads the rows before {@code end}; how many there are. */
  private int load(int[] rows, int end) {
    sample.clear();
    for (int k = 0; k < rows.length && rows[k] < end; k++) {
      sample.add(values[rows[k]]);
    }
    return sample.size();
  }

  private double spread(double center) {
    double deviation = Trend.MAD_SCALE * sample.detectorDeviation(center);
    return PythonMath.max(deviation, smallestSpread);
  }

  private static double loss(double value, double center, double spread) {
    double z = (value - center) / spread;
    return 0.5 * PythonMath.min(z * z, LARGEST_SQUARE);
  }

  /** Finite rows of each key, ascending. */
  private int[][] rowsOfKey(RowKeys keys) {
    int[] sizes = new int[keys.count()];
    for (int row = 0; row < values.length; row++) {
      sizes[keys.keyOfRow()[row]] += Double.isFinite(values[row]) ? 1 : 0;
    }
    int[][] rows = new int[keys.count()][];
    Arrays.setAll(rows, key -> new int[sizes[key]]);
    int[] next = new int[keys.count()];
    for (int row = 0; row < values.length; row++) {
      if (Double.isFinite(values[row])) {
        int key = keys.keyOfRow()[row];
        rows[key][next[key]++] = row;
      }
    }
    return rows;
  }
}

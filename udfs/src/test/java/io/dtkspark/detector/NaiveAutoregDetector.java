package io.dtkspark.detector;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The oracle of the autoregressive detector: each batch alone, each row with its own design matrix,
 * normal equations summed element by element and solved by Gauss-Jordan elimination.
 */
final class NaiveAutoregDetector implements Detector {

  private final AutoregSpec spec;

  NaiveAutoregDetector(AutoregSpec spec) {
    this.spec = spec;
  }

  @Override
  public void score(
      Series series, SeasonalityGroups groups, ScoringBatch[] batches, DetectionColumns out) {
    DetectionColumns unwanted = new DetectionColumns();
    unwanted.reset(1, 2, 0);
    for (ScoringBatch batch : batches) {
      double[] processed =
          transform(Arrays.copyOfRange(series.values(), batch.contextFrom(), batch.to()));
      double[] seen = processed.clone();
      boolean[] clamped = new boolean[seen.length];
      for (int row = 0; row < seen.length; row++) {
        boolean wanted = batch.contextFrom() + row >= batch.from();
        judge(
            row,
            processed,
            seen,
            clamped,
            wanted ? out : unwanted,
            wanted ? batch.contextFrom() + row - batches[0].from() : 0);
      }
    }
  }

  private double[] transform(double[] values) {
    if (!spec.inputType().isChange()) {
      return values;
    }
    double[] out = new double[values.length];
    InputTransform.changes(spec.inputType(), values, 0, values.length, out);
    return out;
  }

  private void judge(
      int row, double[] processed, double[] seen, boolean[] clamped, DetectionColumns out, int i) {
    int lags = spec.lags();
    double value = processed[row];
    out.processed[i] = value;
    if (Double.isNaN(value)) {
      out.verdict[i] = DetectionColumns.MISSING_DATA;
      return;
    }
    if (row < lags || !isFinite(seen, row - lags, row)) {
      out.verdict[i] = DetectionColumns.MISSING_LAGS;
      return;
    }
    int start = Math.max(lags, row - spec.windowSize());
    List<double[]> fitRows = new ArrayList<>();
    for (int j = start; j < row; j++) {
      if (isFinite(seen, j - lags, j + 1)) {
        fitRows.add(Arrays.copyOfRange(seen, j - lags, j + 1));
      }
    }
    out.windowSize[i] = fitRows.size();
    if (fitRows.size() < spec.minSamples()) {
      out.verdict[i] = DetectionColumns.INSUFFICIENT_DATA;
      return;
    }
    fit(fitRows, Arrays.copyOfRange(seen, row - lags, row), out, i);
    out.clampedInWindow[i] = 0;
    for (int k = start - lags; k < row; k++) {
      out.clampedInWindow[i] += clamped[k] ? 1 : 0;
    }
    compare(value, out, i);
    if (spec.clamp() && out.verdict[i] != DetectionColumns.NORMAL) {
      double[] finite =
          Arrays.stream(processed, start - lags, row).filter(Double::isFinite).sorted().toArray();
      double bound = value < out.lower[i] ? out.lower[i] : out.upper[i];
      seen[row] = Math.min(Math.max(bound, finite[0]), finite[finite.length - 1]);
      clamped[row] = true;
    }
  }

  private void fit(List<double[]> fitRows, double[] lagValues, DetectionColumns out, int i) {
    int lags = spec.lags();
    double mean = fitRows.stream().mapToDouble(r -> r[lags]).average().orElseThrow();
    double variance =
        fitRows.stream().mapToDouble(r -> Math.pow(r[lags] - mean, 2)).average().orElseThrow();
    double scale = variance > 0 ? Math.sqrt(variance) : 1;
    double[][] system = new double[lags + 1][lags + 2];
    for (double[] fitRow : fitRows) {
      double[] design = design(fitRow, mean, scale, lags + 1);
      for (int a = 0; a <= lags; a++) {
        for (int b = 0; b <= lags + 1; b++) {
          system[a][b] += design[a] * design[b];
        }
      }
    }
    double trace = 0;
    for (int a = 0; a <= lags; a++) {
      trace += system[a][a];
    }
    for (int a = 0; a <= lags; a++) {
      system[a][a] += 1e-8 * trace / (lags + 1);
    }
    double[] coefficients = solve(system);
    double squares = 0;
    for (double[] fitRow : fitRows) {
      double[] design = design(fitRow, mean, scale, lags + 1);
      squares += Math.pow(design[lags + 1] - dot(coefficients, design), 2);
    }
    int freedom = Math.max(fitRows.size() - (lags + 1), 1);
    double sigma = Math.sqrt(squares / freedom) * scale;
    double prediction = dot(coefficients, design(lagValues, mean, scale, lags)) * scale + mean;
    out.global[0][i] = prediction;
    out.global[1][i] = sigma;
    out.lower[i] = prediction - spec.threshold() * sigma;
    out.upper[i] = prediction + spec.threshold() * sigma;
  }

  private static double[] design(double[] values, double mean, double scale, int length) {
    double[] design = new double[length + 1];
    design[0] = 1;
    for (int k = 0; k < length; k++) {
      design[k + 1] = (values[k] - mean) / scale;
    }
    return design;
  }

  private static double dot(double[] coefficients, double[] design) {
    double sum = 0;
    for (int k = 0; k < coefficients.length; k++) {
      sum += coefficients[k] * design[k];
    }
    return sum;
  }

  private static double[] solve(double[][] system) {
    int n = system.length;
    for (int c = 0; c < n; c++) {
      double pivot = system[c][c];
      for (int k = 0; k <= n; k++) {
        system[c][k] /= pivot;
      }
      for (int r = 0; r < n; r++) {
        double factor = r == c ? 0 : system[r][c];
        for (int k = 0; k <= n; k++) {
          system[r][k] -= factor * system[c][k];
        }
      }
    }
    double[] solution = new double[n];
    Arrays.setAll(solution, k -> system[k][n]);
    return solution;
  }

  private void compare(double value, DetectionColumns out, int i) {
    boolean below = value < out.lower[i];
    boolean above = value > out.upper[i];
    out.verdict[i] = DetectionColumns.NORMAL;
    if (below || above) {
      out.verdict[i] = below ? DetectionColumns.BELOW : DetectionColumns.ABOVE;
      out.distance[i] = below ? out.lower[i] - value : value - out.upper[i];
      double sigma = out.global[1][i];
      out.severity[i] = sigma > 0 ? out.distance[i] / sigma : Double.POSITIVE_INFINITY;
    }
  }

  private static boolean isFinite(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).allMatch(Double::isFinite);
  }
}

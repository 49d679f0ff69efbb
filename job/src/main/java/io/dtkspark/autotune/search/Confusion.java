package io.dtkspark.autotune.search;

import java.math.BigInteger;

/**
 * Hits and misses of flags against incidents.
 *
 * @param hits flagged incidents
 * @param falseAlarms flagged without an incident
 * @param quiet neither
 * @param misses incidents not flagged
 */
record Confusion(long hits, long falseAlarms, long quiet, long misses) {

  /** Counts rows, leaving out those that could not be scored. */
  static Confusion ofRows(boolean[] incident, Verdicts verdicts, int from, int to) {
    long hits = 0;
    long falseAlarms = 0;
    long quiet = 0;
    long misses = 0;
    for (int row = from; row < to; row++) {
      if (!verdicts.valid()[row]) {
        continue;
      }
      if (verdicts.flagged()[row]) {
        hits += incident[row] ? 1 : 0;
        falseAlarms += incident[row] ? 0 : 1;
      } else {
        misses += incident[row] ? 1 : 0;
        quiet += incident[row] ? 0 : 1;
      }
    }
    return new Confusion(hits, falseAlarms, quiet, misses);
  }

  /**
   * Counts incidents (runs of labelled rows) as wholes and false alarms row by row. An incident in
   * which no row could be scored does not count. A run is cut at the borders of the range.
   */
  static Confusion ofEvents(boolean[] incident, Verdicts verdicts, int from, int to) {
    long hits = 0;
    long falseAlarms = 0;
    long misses = 0;
    int row = from;
    while (row < to) {
      if (!incident[row]) {
        falseAlarms += verdicts.valid()[row] && verdicts.flagged()[row] ? 1 : 0;
        row++;
        continue;
      }
      boolean scored = false;
      boolean caught = false;
      for (; row < to && incident[row]; row++) {
        scored |= verdicts.valid()[row];
        caught |= verdicts.valid()[row] && verdicts.flagged()[row];
      }
      hits += caught ? 1 : 0;
      misses += scored && !caught ? 1 : 0;
    }
    return new Confusion(hits, falseAlarms, 0, misses);
  }

  boolean hasIncident() {
    return hits + misses > 0;
  }

  /** Matthews correlation coefficient; 0 when a row or column of the table is empty. */
  double matthews() {
    BigInteger product =
        BigInteger.valueOf(hits + falseAlarms)
            .multiply(BigInteger.valueOf(hits + misses))
            .multiply(BigInteger.valueOf(quiet + falseAlarms))
            .multiply(BigInteger.valueOf(quiet + misses));
    double denominator = Math.sqrt(product.doubleValue());
    return denominator == 0 ? 0 : (double) (hits * quiet - falseAlarms * misses) / denominator;
  }

  /** F-measure in which recall weighs {@code beta} times as much as precision; 0 when empty. */
  double fMeasure(double beta) {
    double square = beta * beta;
    double denominator = (1.0 + square) * hits + square * misses + falseAlarms;
    return denominator == 0 ? 0 : (1.0 + square) * hits / denominator;
  }

  /** Mean of the shares of incidents and of quiet rows that were judged rightly. */
  double balancedAccuracy() {
    double sensitivity = hits + misses > 0 ? (double) hits / (hits + misses) : 0;
    double specificity = quiet + falseAlarms > 0 ? (double) quiet / (quiet + falseAlarms) : 0;
    return 0.5 * (sensitivity + specificity);
  }
}

package io.dtkspark.autotune.search;

import java.util.OptionalDouble;

/**
 * Without labels: a tight interval that few rows leave, and those by far. Three shares make the
 * score: flags within a budget, normal rows near the edge of the interval rather than in its middle
 * (a slack interval gains nothing), and flagged rows far outside compared with normal ones.
 */
final class UnlabelledObjective implements Objective {

  /** Share of rows that may be flagged at no cost. */
  private static final double FLAG_BUDGET = 0.01;

  private static final double BUDGET_SHARE = 0.4;
  private static final double SHARPNESS_SHARE = 0.3;
  private static final double SEPARATION_SHARE = 0.3;

  private final Sample normal = new Sample();
  private final Sample flagged = new Sample();

  @Override
  public OptionalDouble score(Verdicts verdicts, int from, int to) {
    normal.clear();
    flagged.clear();
    for (int row = from; row < to; row++) {
      if (verdicts.valid()[row]) {
        (verdicts.flagged()[row] ? flagged : normal).add(verdicts.distance()[row]);
      }
    }
    if (normal.size() + flagged.size() == 0) {
      return OptionalDouble.empty();
    }
    double sharpness = normal.size() == 0 ? 0 : PythonMath.clip(normal.median());
    return OptionalDouble.of(
        BUDGET_SHARE * budget() + SHARPNESS_SHARE * sharpness + SEPARATION_SHARE * separation());
  }

  private double budget() {
    double rate = (double) flagged.size() / (normal.size() + flagged.size());
    return 1.0 / (1.0 + PythonMath.max(0.0, (rate - FLAG_BUDGET) / FLAG_BUDGET));
  }

  private double separation() {
    if (flagged.size() == 0 || normal.size() == 0) {
      return 0;
    }
    double inside = normal.median();
    double outside = flagged.median();
    double sum = outside + inside;
    return sum > 0 ? PythonMath.clip((outside - inside) / sum) : 0;
  }
}

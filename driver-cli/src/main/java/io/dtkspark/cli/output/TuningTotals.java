package io.dtkspark.cli.output;

import io.dtkspark.report.MetricOutcome.Status;
import io.dtkspark.run.TuningOutcome;
import java.util.List;

/** How many tunings ended how. */
record TuningTotals(long metrics, long succeeded, long failed, long skipped) {

  static TuningTotals of(List<TuningOutcome> outcomes) {
    return new TuningTotals(
        outcomes.size(),
        count(outcomes, Status.SUCCESS),
        count(outcomes, Status.FAILED),
        count(outcomes, Status.SKIPPED));
  }

  private static long count(List<TuningOutcome> outcomes, Status status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).count();
  }

  /** {@code 3 metric(s): 1 tuned, 1 failed, 1 skipped}; what is zero is left out. */
  String describe() {
    return metrics
        + " metric(s): "
        + succeeded
        + " tuned"
        + (failed > 0 ? ", " + failed + " failed" : "")
        + (skipped > 0 ? ", " + skipped + " skipped" : "");
  }
}

package io.dtkspark.cli.output;

import io.dtkspark.report.MetricOutcome;
import io.dtkspark.report.MetricOutcome.Status;
import java.util.List;

/** Sums over the metrics of a run. */
record RunTotals(
    int metrics,
    long succeeded,
    long failed,
    long skipped,
    long datapointsLoaded,
    long anomaliesDetected,
    long alertsSent) {

  static RunTotals of(List<MetricOutcome> outcomes) {
    return new RunTotals(
        outcomes.size(),
        count(outcomes, Status.SUCCESS),
        count(outcomes, Status.FAILED),
        count(outcomes, Status.SKIPPED),
        outcomes.stream().mapToLong(MetricOutcome::datapointsLoaded).sum(),
        outcomes.stream().mapToLong(MetricOutcome::anomaliesDetected).sum(),
        outcomes.stream().mapToLong(MetricOutcome::alertsSent).sum());
  }

  /** {@code 3 metric(s): 2 succeeded, 1 failed. 1,440 datapoints, 7 anomalies}. */
  String describe() {
    StringBuilder text = new StringBuilder();
    text.append(metrics).append(" metric(s): ").append(succeeded).append(" succeeded");
    text.append(failed > 0 ? ", " + failed + " failed" : "");
    text.append(skipped > 0 ? ", " + skipped + " skipped" : "");
    text.append(". ").append(Wording.count(datapointsLoaded)).append(" datapoints, ");
    return text.append(Wording.count(anomaliesDetected)).append(" anomalies").toString();
  }

  private static long count(List<MetricOutcome> outcomes, Status status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).count();
  }
}

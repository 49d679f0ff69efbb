package io.dtkspark.run;

import io.dtkspark.notify.Delivery;
import io.dtkspark.plan.DetectPlan;
import io.dtkspark.plan.LoadPlan;
import io.dtkspark.plan.Step;
import io.dtkspark.publish.Effort;
import io.dtkspark.report.MetricOutcome;
import java.util.List;

/**
 * Hears what a run does. Metrics run side by side, so events of different metrics interleave; those
 * of one metric come in order, ending with {@link #metricFinished}. Calls never overlap.
 */
public interface RunListener {

  /**
   * Where the state is in ClickHouse: whether tasks move its rows by way of the Spark connector,
   * else with the built-in client. The first event.
   */
  void clickHouseRows(boolean byConnector);

  /** The metric's lock is held; its steps begin. */
  void metricStarted(String metric);

  void loadPlanned(String metric, LoadPlan plan);

  void loadFinished(String metric, long points);

  /** Sent before the first detector; {@code detectors} is 0 when the metric has none. */
  void detectStarted(String metric, int detectors);

  void detectPlanned(String metric, int detectors, DetectPlan plan);

  void detectFinished(String metric, DetectPlan plan, long rows, long anomalies);

  /** The alert step; {@code blocks} has the active blocks that were looked at, in order. */
  void alertsChecked(String metric, List<BlockReport> blocks);

  /**
   * The project's channels were told of a failure; no more metrics are begun.
   *
   * @param metric whose failure, or {@code <startup>}
   */
  void failureTold(String metric, List<Delivery> deliveries);

  void warning(String metric, String message);

  /**
   * Work done so far in a step, over all metrics.
   *
   * @param done predicted cost of what is finished and published, same unit as {@code total}
   * @param rows rows published so far in this step
   */
  void progress(Step step, long done, long total, long rows);

  /** The step is over for all metrics (a step may run in several parts); not sent without work. */
  void workDone(Step step, Effort effort);

  void metricFinished(MetricOutcome outcome);

  /** All outcomes in the order of the request; the last event. */
  void runFinished(List<MetricOutcome> outcomes);
}

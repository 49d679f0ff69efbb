package io.dtkspark.run;

import io.dtkspark.autotune.Decision;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.config.MetricConfig;
import java.util.List;

/** Hears what a tuning does, metric after metric. Calls never overlap. */
public interface TuningListener {

  /** The metric has points and its lock is held; not sent for metrics that are left out. */
  void started(MetricConfig metric);

  /**
   * The search begins.
   *
   * @param labelOrigin where the labels are from
   */
  void searching(TuningInput input, String labelOrigin);

  void decided(Decision decision);

  void warning(String metric, String message);

  /** The end of every metric, also of those left out. */
  void finished(TuningOutcome outcome);

  /** All outcomes in the order of the request; the last event. */
  void allFinished(List<TuningOutcome> outcomes);
}

package io.dtkspark.run;

import io.dtkspark.autotune.Decision;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.config.MetricConfig;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it hears. */
final class RecordingTuning implements TuningListener {

  final List<String> heard = new ArrayList<>();

  @Override
  public void started(MetricConfig metric) {
    heard.add("started " + metric.name());
  }

  @Override
  public void searching(TuningInput input, String labelOrigin) {
    heard.add("searching " + labelOrigin);
  }

  @Override
  public void decided(Decision decision) {
    heard.add("decided " + decision.stage());
  }

  @Override
  public void warning(String metric, String message) {
    heard.add("warning " + message);
  }

  @Override
  public void finished(TuningOutcome outcome) {
    heard.add("finished " + outcome.metric() + " " + outcome.status());
  }

  @Override
  public void allFinished(List<TuningOutcome> outcomes) {
    heard.add("all " + outcomes.size());
  }
}

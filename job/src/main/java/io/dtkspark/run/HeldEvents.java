package io.dtkspark.run;

import io.dtkspark.autotune.Decision;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.config.MetricConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what one tuning among several tells, so that it can be told in one piece. */
final class HeldEvents implements TuningListener {

  private final List<Consumer<TuningListener>> events = new ArrayList<>();

  @Override
  public void started(MetricConfig metric) {
    events.add(to -> to.started(metric));
  }

  @Override
  public void searching(TuningInput input, String labelOrigin) {
    events.add(to -> to.searching(input, labelOrigin));
  }

  @Override
  public void decided(Decision decision) {
    events.add(to -> to.decided(decision));
  }

  @Override
  public void scored(int scored, int planned, double best) {
    // Of no use later.
  }

  @Override
  public void progress(int done) {
    throw new IllegalStateException("progress is that of all tunings");
  }

  @Override
  public void warning(String metric, String message) {
    events.add(to -> to.warning(metric, message));
  }

  @Override
  public void finished(TuningOutcome outcome) {
    events.add(to -> to.finished(outcome));
  }

  @Override
  public void allFinished(List<TuningOutcome> outcomes) {
    events.add(to -> to.allFinished(outcomes));
  }

  /** Tells everything in order. */
  void tell(TuningListener listener) {
    events.forEach(event -> event.accept(listener));
    events.clear();
  }
}

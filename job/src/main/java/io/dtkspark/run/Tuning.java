package io.dtkspark.run;

import io.dtkspark.autotune.Search;
import io.dtkspark.autotune.label.LabelSource;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tunes the metrics of a request, one after the other: a search uses all there is by itself. One
 * metric's failure is its outcome and never ends the others.
 */
public final class Tuning {

  private final Search search;
  private final LabelSource labels;
  private final TuningListener listener;

  public Tuning(Search search, LabelSource labels, TuningListener listener) {
    this.search = search;
    this.labels = labels;
    this.listener = listener;
  }

  /**
   * Runs the request.
   *
   * @return outcomes in the order of the request
   * @throws DtkException STORE when the state cannot be opened
   */
  public List<TuningOutcome> run(TuningRequest request) {
    return ShutdownGuard.during(() -> runGuarded(request));
  }

  private List<TuningOutcome> runGuarded(TuningRequest request) {
    try (StateStore store = StateStores.open(request.state())) {
      store.createTables();
      List<TuningOutcome> outcomes = new ArrayList<>();
      for (MetricConfig metric : request.metrics()) {
        TuningOutcome outcome = tune(request, store, metric);
        outcomes.add(outcome);
        listener.finished(outcome);
      }
      listener.allFinished(outcomes);
      return outcomes;
    }
  }

  private TuningOutcome tune(TuningRequest request, StateStore store, MetricConfig metric) {
    if (!metric.enabled()) {
      return TuningOutcome.skipped(metric.name(), "disabled in config (enabled: false)");
    }
    if (!metric.autotune().enabled()) {
      return TuningOutcome.skipped(metric.name(), "autotune is off in config (autotune.enabled)");
    }
    try {
      return tuneLocked(request, store, metric);
    } catch (DtkException e) {
      return TuningOutcome.failed(metric.name(), e);
    } catch (RuntimeException e) {
      return TuningOutcome.failed(
          metric.name(), new DtkException(ErrorCode.INTERNAL, "unexpected " + e, e));
    }
  }

  /** Under the lock that runs take too, so that none of them writes the same rows meanwhile. */
  private TuningOutcome tuneLocked(TuningRequest request, StateStore store, MetricConfig metric) {
    MetricTuning tuning = MetricTuning.load(request, store, metric, listener);
    if (!store.locks().acquire(metric.name(), request.force())) {
      throw new DtkException(
          ErrorCode.STORE,
          "locked by another run: wait for it, clear the lock with 'dtk unlock', or pass --force");
    }
    Optional<String> error = Optional.of("the tuning ended early");
    try {
      TuningOutcome outcome = TuningOutcome.tuned(tuning.tune(search, labels));
      error = Optional.empty();
      return outcome;
    } catch (DtkException e) {
      error = Optional.of(e.code() + ": " + e.getMessage());
      throw e;
    } finally {
      store.locks().release(metric.name(), error);
    }
  }
}

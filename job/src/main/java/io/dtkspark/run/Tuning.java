package io.dtkspark.run;

import io.dtkspark.autotune.Search;
import io.dtkspark.autotune.label.LabelSource;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tunes the metrics of a request, as many side by side as the search allows. One metric's failure
 * is its outcome and never ends the others.
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
   * @throws DtkException STORE when the state cannot be opened, INTERNAL when the run is stopped
   */
  public List<TuningOutcome> run(TuningRequest request) {
    return ShutdownGuard.during(() -> runGuarded(request));
  }

  private List<TuningOutcome> runGuarded(TuningRequest request) {
    try (StateStore store = StateStores.open(request.state());
        SearchQueue searches = new SearchQueue(search)) {
      store.createTables();
      Map<String, TuningOutcome> ended = new HashMap<>();
      try {
        for (MetricConfig metric : request.metrics()) {
          start(new MetricTuning(request, store, metric, listener(request)), searches, ended);
        }
        while (!searches.isEmpty()) {
          end(searches.take(), ended);
        }
      } finally {
        searches.open().forEach(MetricTuning::abandon);
      }
      List<TuningOutcome> outcomes =
          request.metrics().stream().map(metric -> ended.get(metric.name())).toList();
      listener.allFinished(outcomes);
      return outcomes;
    }
  }

  /** Several tunings at once are told of one after the other, as they end. */
  private TuningListener listener(TuningRequest request) {
    return search.atOnce() > 1 && request.metrics().size() > 1 ? new HeldEvents() : listener;
  }

  private void start(MetricTuning tuning, SearchQueue searches, Map<String, TuningOutcome> ended) {
    if (searches.isFull()) {
      end(searches.take(), ended);
    }
    if (tuning.begin(labels)) {
      searches.start(tuning);
    } else {
      end(tuning, ended);
    }
  }

  private void end(MetricTuning tuning, Map<String, TuningOutcome> ended) {
    TuningOutcome outcome = tuning.end();
    if (tuning.listener() instanceof HeldEvents held) {
      held.tell(listener);
    }
    ended.put(outcome.metric(), outcome);
    listener.finished(outcome);
    listener.progress(ended.size());
  }
}

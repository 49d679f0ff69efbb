package io.dtkspark.run;

import io.dtkspark.autotune.AutotuneSettings;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.ScoringMetric;
import io.dtkspark.autotune.Search;
import io.dtkspark.autotune.SeasonalityTable;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.label.LabelGrid;
import io.dtkspark.autotune.label.LabelSource;
import io.dtkspark.autotune.output.TunedConfig;
import io.dtkspark.config.IncidentLabels.Incident;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.detect.History;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.run.TuningOutcome.Tuned;
import io.dtkspark.series.Series;
import io.dtkspark.store.StateStore;
import io.dtkspark.table.AutotuneRun;
import java.nio.file.Path;

/** One metric from its stored points to its tuned copy. */
final class MetricTuning {

  private final TuningRequest request;
  private final StateStore store;
  private final MetricConfig metric;
  private final TuningListener listener;
  private final AutotuneSettings settings;
  private final History history;

  private MetricTuning(
      TuningRequest request, StateStore store, MetricConfig metric, TuningListener listener) {
    this.request = request;
    this.store = store;
    this.metric = metric;
    this.listener = listener;
    this.settings = AutotuneSettings.of(request.overrides(), metric.autotune());
    this.history = History.read(store, metric.name(), request.range(), settings.maxHistory());
  }

  /**
   * Reads the points to train on.
   *
   * @throws DtkException CONFIG when there are none
   */
  static MetricTuning load(
      TuningRequest request, StateStore store, MetricConfig metric, TuningListener listener) {
    MetricTuning tuning = new MetricTuning(request, store, metric, listener);
    if (tuning.history.size() == 0) {
      throw new DtkException(
          ErrorCode.CONFIG,
          "no datapoints to train on; 'dtk run --select "
              + metric.name()
              + " --steps load' loads some");
    }
    return tuning;
  }

  /**
   * Searches and keeps what is found. What is wrong with labels or data leaves a row that says so.
   */
  Tuned tune(Search search, LabelSource source) {
    listener.started(metric);
    try {
      return attempt(search, source);
    } catch (DtkException e) {
      if (e.code() == ErrorCode.CONFIG && !request.dryRun()) {
        saveFailure(e);
      }
      throw e;
    }
  }

  private Tuned attempt(Search search, LabelSource source) {
    LabelSource.Found found = source.find(metric.name(), request.incidents(), metric.autotune());
    TuningInput input = input(found);
    listener.searching(input, found.origin());
    TuningResult result = search.search(input, new DecisionLog(listener::decided));
    TunedConfig config = TunedConfig.of(request.project().keys(metric), file(), input, result);
    TunedStorage storage = new TunedStorage(request, store);
    MetricConfig tuned = storage.check(config, result);
    if (request.dryRun()) {
      return new Tuned(input, result, config, false, 0);
    }
    int superseded = storage.keep(input, found.labels(), result, config, tuned);
    return new Tuned(input, result, config, true, superseded);
  }

  private TuningInput input(LabelSource.Found found) {
    Series series = history.series();
    long interval = metric.interval().seconds();
    LabelGrid grid = LabelGrid.of(found.labels(), series, interval);
    for (Incident incident : grid.missed()) {
      listener.warning(metric.name(), incident.place() + " meets no point that is trained on");
    }
    return new TuningInput(metric.name(), interval, series, seasonality(), grid, settings);
  }

  private Path file() {
    return request.project().config().root().relativize(metric.file());
  }

  private SeasonalityTable seasonality() {
    return new SeasonalityTable(
        history.columns().stream()
            .map(
                name ->
                    new SeasonalityTable.Column(name, history.codes(name), history.labels(name)))
            .toList());
  }

  private void saveFailure(DtkException cause) {
    String scoring = request.overrides().scoring().orElse(ScoringMetric.MCC.key());
    try {
      store
          .autotuneRuns()
          .save(
              AutotuneRun.failed(
                  metric.name(), metric.interval().seconds(), scoring, cause.getMessage()));
    } catch (DtkException e) {
      cause.addSuppressed(e);
    }
  }
}

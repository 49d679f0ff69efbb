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
import io.dtkspark.config.MetricConfig;
import io.dtkspark.detect.History;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.run.TuningOutcome.Tuned;
import io.dtkspark.series.Series;
import io.dtkspark.store.StateStore;
import io.dtkspark.table.AutotuneRun;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * One metric from its stored points to its tuned copy: {@link #begin}, {@link #search}, {@link
 * #end}. Only the search may run in another thread; what fails on the way is told at the end.
 */
final class MetricTuning {

  private final TuningRequest request;
  private final StateStore store;
  private final MetricConfig metric;
  private final TuningListener listener;

  private TuningOutcome skipped;
  private boolean locked;
  private LabelSource.Found labels;
  private TuningInput input;
  private TuningResult result;
  private double searchSeconds;
  private Tuned tuned;
  private DtkException failure;

  MetricTuning(
      TuningRequest request, StateStore store, MetricConfig metric, TuningListener listener) {
    this.request = request;
    this.store = store;
    this.metric = metric;
    this.listener = listener;
  }

  TuningListener listener() {
    return listener;
  }

  /**
   * Reads the points, takes the lock that runs take too, so that none of them writes the same rows
   * meanwhile, and finds the labels.
   *
   * @return whether there is something to search for
   */
  boolean begin(LabelSource source) {
    skipped = skipped();
    if (skipped != null) {
      return false;
    }
    attempt(() -> prepare(source));
    return failure == null;
  }

  private TuningOutcome skipped() {
    if (!metric.enabled()) {
      return TuningOutcome.skipped(metric.name(), "disabled in config (enabled: false)");
    }
    if (!metric.autotune().enabled()) {
      return TuningOutcome.skipped(metric.name(), "autotune is off in config (autotune.enabled)");
    }
    return null;
  }

  private void prepare(LabelSource source) {
    AutotuneSettings settings = AutotuneSettings.of(request.overrides(), metric.autotune());
    History history = History.read(store, metric.name(), request.range(), settings.maxHistory());
    if (history.size() == 0) {
      throw new DtkException(
          ErrorCode.CONFIG,
          "no datapoints to train on; 'dtk run --select "
              + metric.name()
              + " --steps load' loads some");
    }
    if (!store.locks().acquire(metric.name(), request.force())) {
      throw new DtkException(
          ErrorCode.STORE,
          "locked by another run: wait for it, clear the lock with 'dtk unlock', or pass --force");
    }
    locked = true;
    listener.started(metric);
    labels = source.find(metric.name(), request.incidents(), metric.autotune());
    input = input(history, settings);
    listener.searching(input, labels.origin());
  }

  private TuningInput input(History history, AutotuneSettings settings) {
    long interval = metric.interval().seconds();
    LabelGrid grid = LabelGrid.of(labels.labels(), history.series(), interval);
    for (String place : grid.missed()) {
      listener.warning(metric.name(), place + " meets no point that is trained on");
    }
    warnOfFlatSeries(history.series());
    SeasonalityTable seasonality =
        new SeasonalityTable(
            history.columns().stream()
                .map(
                    name ->
                        new SeasonalityTable.Column(
                            name, history.codes(name), history.labels(name)))
                .toList());
    return new TuningInput(metric.name(), interval, history.series(), seasonality, grid, settings);
  }

  /** Detectkit tunes on such points too, and so do we; the answer means little. */
  private void warnOfFlatSeries(Series series) {
    double[] values =
        Arrays.stream(series.values(), 0, series.size()).filter(v -> !Double.isNaN(v)).toArray();
    if (values.length == 0) {
      listener.warning(metric.name(), "none of the points has a value: there is nothing to learn");
    } else if (Arrays.stream(values).allMatch(value -> value == values[0])) {
      listener.warning(metric.name(), "all values are equal: there is little to learn");
    }
  }

  /** Finds the detector, or a reason why there is none. */
  void search(Search search) {
    long start = System.nanoTime();
    attempt(
        () -> result = search.search(input, new DecisionLog(listener::decided, listener::scored)));
    searchSeconds = (System.nanoTime() - start) / 1e9;
  }

  /** Keeps what was found, or a row that says what was wrong, and gives the lock back. */
  TuningOutcome end() {
    if (skipped != null) {
      return skipped;
    }
    attempt(this::keep);
    if (locked) {
      saveFailure();
      release();
    }
    return failure == null
        ? TuningOutcome.tuned(tuned)
        : TuningOutcome.failed(metric.name(), failure);
  }

  /** Gives the lock back without an outcome. */
  void abandon() {
    failure = new DtkException(ErrorCode.INTERNAL, "the tuning ended early");
    release();
  }

  private void keep() {
    Path root = request.project().config().root();
    TunedConfig config =
        TunedConfig.of(
            request.project().keys(metric), root.relativize(metric.file()), input, result);
    TunedStorage storage = new TunedStorage(request, store);
    MetricConfig copy = storage.check(config, result);
    int superseded =
        request.dryRun() ? 0 : storage.keep(input, labels.labels(), result, config, copy);
    tuned = new Tuned(input, result, config, !request.dryRun(), superseded, searchSeconds);
  }

  /** What is wrong with labels or data leaves a row that says so. */
  private void saveFailure() {
    if (failure == null || failure.code() != ErrorCode.CONFIG || request.dryRun()) {
      return;
    }
    String scoring = request.overrides().scoring().orElse(ScoringMetric.MCC.key());
    try {
      store
          .autotuneRuns()
          .save(
              AutotuneRun.failed(
                  metric.name(), metric.interval().seconds(), scoring, failure.getMessage()));
    } catch (DtkException e) {
      failure.addSuppressed(e);
    }
  }

  private void release() {
    try {
      store
          .locks()
          .release(
              metric.name(),
              Optional.ofNullable(failure).map(e -> e.code() + ": " + e.getMessage()));
    } catch (DtkException e) {
      if (failure == null) {
        failure = e;
      } else {
        failure.addSuppressed(e);
      }
    }
  }

  /** Does a step unless one before it has failed. */
  private void attempt(Runnable step) {
    if (failure != null) {
      return;
    }
    try {
      step.run();
    } catch (DtkException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = new DtkException(ErrorCode.INTERNAL, "unexpected " + e, e);
    }
  }
}

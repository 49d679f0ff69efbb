package io.dtkspark.run;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.plan.Step;
import io.dtkspark.publish.ChunkResult;
import io.dtkspark.publish.OrderedPublisher;
import io.dtkspark.store.StateStore;
import java.io.Serializable;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** What the phases of one run share on the driver. */
final class RunContext {

  private final StateStore store;
  private final SparkRuntime spark;
  private final RunListener listener;
  private final SparkOptions options;
  private final String runId = UUID.randomUUID().toString().substring(0, 8);

  RunContext(StateStore store, SparkRuntime spark, RunListener listener, SparkOptions options) {
    this.store = store;
    this.spark = spark;
    this.listener = listener;
    this.options = options;
  }

  StateStore store() {
    return store;
  }

  SparkRuntime spark() {
    return spark;
  }

  RunListener listener() {
    return listener;
  }

  int sourceConnections() {
    return options.sourceConnections();
  }

  int maxChunkRows() {
    return options.maxChunkRows();
  }

  /** Several full chunks: DuckDB stores half a million rows at half the price of four parts. */
  long publishedTogether() {
    return 4L * options.maxChunkRows();
  }

  String runId() {
    return runId;
  }

  /** The version of rows staged from here on: the wall clock, as the original stamps each save. */
  long createdAt() {
    return System.currentTimeMillis();
  }

  <T extends Serializable> StepExecution<T> execution(Step step) {
    return new StepExecution<>(step, store, spark, listener);
  }

  /**
   * Passes on the warnings of one stream: only those of the first chunk that has any, since the
   * others repeat them. Made anew for every stream.
   */
  BiConsumer<ChunkResult, OrderedPublisher> warnings() {
    AtomicBoolean warned = new AtomicBoolean();
    return (chunk, publisher) -> {
      if (!chunk.warnings().isEmpty() && !warned.getAndSet(true)) {
        chunk.warnings().forEach(text -> listener.warning(publisher.metric(), text));
      }
    };
  }

  /** Runs one metric's part of a step; what it throws fails that metric alone. */
  void attempt(MetricRun run, Runnable part) {
    try {
      part.run();
    } catch (DtkException e) {
      run.fail(e);
    } catch (RuntimeException e) {
      run.fail(new DtkException(ErrorCode.INTERNAL, e.toString(), e));
    }
  }

  /** Releases the metric's lock and reports its outcome; once per metric. */
  void finish(MetricRun run) {
    if (run.locked()) {
      run.locked(false);
      attempt(run, () -> store.locks().release(run.name(), run.error()));
    }
    if (run.report()) {
      listener.metricFinished(run.outcome());
    }
  }
}

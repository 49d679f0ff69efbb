package io.dtkspark.run;

import io.dtkspark.plan.Step;
import io.dtkspark.plan.TaskPacker;
import io.dtkspark.publish.ChunkJob;
import io.dtkspark.publish.ChunkResult;
import io.dtkspark.publish.Effort;
import io.dtkspark.publish.EffortClock;
import io.dtkspark.publish.OrderedPublisher;
import io.dtkspark.publish.TaskBody;
import io.dtkspark.store.StateStore;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Runs one step for all metrics as one Spark job: streams of chunks in, published rows out.
 *
 * @param <T> the task of one chunk
 */
final class StepExecution<T extends Serializable> {

  private final Step step;
  private final StateStore store;
  private final SparkRuntime spark;
  private final RunListener listener;
  private final List<ChunkStream<T>> streams = new ArrayList<>();

  private long doneCost;
  private long totalCost;
  private long publishedRows;
  private Effort effort = Effort.NONE;

  StepExecution(Step step, StateStore store, SparkRuntime spark, RunListener listener) {
    this.step = step;
    this.store = store;
    this.spark = spark;
    this.listener = listener;
  }

  /** A chunk's task with its predicted cost in nanoseconds. */
  record Costed<T>(T task, long cost) {}

  /**
   * The chunks of one metric (and detector) in time order, and what to do once they are published.
   */
  record ChunkStream<T>(
      OrderedPublisher publisher,
      List<Costed<T>> chunks,
      Runnable onFinished,
      BiConsumer<ChunkResult, OrderedPublisher> onChunk) {

    long cost() {
      return chunks.stream().mapToLong(Costed::cost).sum();
    }
  }

  /** Number that the tasks of the next added stream must carry. */
  int nextStream() {
    return streams.size();
  }

  void add(ChunkStream<T> stream) {
    streams.add(stream);
  }

  /** Runs everything; {@code targetNanos} is the predicted cost a Spark task should have. */
  void run(TaskBody<T> body, double targetNanos) {
    totalCost = streams.stream().mapToLong(ChunkStream::cost).sum();
    for (ChunkStream<T> stream : streams) {
      if (stream.chunks().isEmpty()) {
        stream.publisher().finishWithoutChunks(store);
        stream.onFinished().run();
      }
    }
    List<List<T>> tasks = pack(targetNanos);
    if (!tasks.isEmpty()) {
      ChunkJob.run(spark.context(), "dtk " + step.key(), tasks, body, this::arrived);
      listener.workDone(step, effort);
    }
  }

  /** The most expensive streams start first, so that none of them is left over at the end. */
  private List<List<T>> pack(double targetNanos) {
    Stream<Costed<T>> chunks =
        streams.stream()
            .sorted(Comparator.comparingLong((ChunkStream<T> stream) -> -stream.cost()))
            .flatMap(stream -> stream.chunks().stream());
    return TaskPacker.pack(chunks.toList(), Costed::cost, targetNanos).stream()
        .map(task -> task.stream().map(Costed::task).toList())
        .toList();
  }

  private void arrived(ChunkResult chunk) {
    ChunkStream<T> stream = streams.get(chunk.stream());
    OrderedPublisher publisher = stream.publisher();
    boolean wasFinished = publisher.finished();
    long before = publisher.rows();
    stream.onChunk().accept(chunk, publisher);
    EffortClock clock = new EffortClock();
    publisher.arrived(store, chunk);
    clock.charge(Effort.Part.PUBLISH);
    effort = effort.plus(chunk.effort()).plus(clock.effort());
    doneCost += stream.chunks().get(chunk.index()).cost();
    publishedRows += publisher.rows() - before;
    listener.progress(step, doneCost, totalCost, publishedRows);
    if (publisher.finished() && !wasFinished) {
      stream.onFinished().run();
    }
  }
}

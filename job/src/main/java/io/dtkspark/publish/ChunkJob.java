package io.dtkspark.publish;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Runs packed chunks as one Spark job and hands each result to the calling thread as it comes.
 *
 * <p>Spark reports exactly one result per partition, that of the attempt that won, so a retried or
 * speculated task is published once. The calling thread publishes: Spark's scheduler thread must
 * not wait for a database.
 */
public final class ChunkJob {

  private ChunkJob() {}

  /**
   * Runs all tasks and returns when the last result was handled.
   *
   * @param tasks serialisable lists, one per Spark task, in the order in which tasks should start
   * @param onResult called on this thread
   * @throws DtkException INTERNAL when Spark gives up on a task
   */
  public static <T extends Serializable> void run(
      JavaSparkContext spark,
      String description,
      List<List<T>> tasks,
      TaskBody<T> body,
      Consumer<ChunkResult> onResult) {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    Thread job =
        new Thread(
            () -> events.add(new Event(null, submit(spark, description, tasks, body, events))));
    job.setName("dtk-job");
    job.setDaemon(true);
    job.start();
    while (true) {
      Event event = take(events);
      if (event.results() == null) {
        if (event.failure() != null) {
          throw lost(description, event.failure());
        }
        return;
      }
      for (ChunkResult chunk : event.results()) {
        onResult.accept(chunk);
      }
    }
  }

  /** Results of one partition, or the end of the job. */
  private record Event(ChunkResult[] results, Throwable failure) {}

  private static <T extends Serializable> Throwable submit(
      JavaSparkContext spark,
      String description,
      List<List<T>> tasks,
      TaskBody<T> body,
      BlockingQueue<Event> events) {
    try {
      spark.setJobDescription(description);
      JavaRDD<ChunkResult> chunks =
          spark
              .parallelize(tasks, tasks.size())
              .mapPartitions(partition -> results(partition, body));
      List<Object> partitions = new ArrayList<>();
      for (int i = 0; i < tasks.size(); i++) {
        partitions.add(i);
      }
      spark
          .sc()
          .runJob(
              chunks.rdd(),
              new Collect(),
              CollectionConverters.asScala(partitions).toSeq(),
              new Report(events),
              ClassTag$.MODULE$.apply(ChunkResult[].class));
      return null;
    } catch (Exception e) {
      return e;
    }
  }

  private static <T extends Serializable> Iterator<ChunkResult> results(
      Iterator<List<T>> partition, TaskBody<T> body) {
    long attempt = TaskContext.get().taskAttemptId();
    List<ChunkResult> results = new ArrayList<>();
    while (partition.hasNext()) {
      for (T task : partition.next()) {
        results.add(body.run(task, attempt));
      }
    }
    return results.iterator();
  }

  private static Event take(BlockingQueue<Event> events) {
    try {
      return events.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DtkException(
          ErrorCode.INTERNAL, "the run was stopped before its end; the next one continues", e);
    }
  }

  private static DtkException lost(String description, Throwable cause) {
    return new DtkException(
        ErrorCode.INTERNAL,
        "Spark gave up on "
            + description
            + ": "
            + cause.getMessage().lines().findFirst().orElse(""),
        cause);
  }

  /** On the executor: a partition's results as one array. */
  private static final class Collect
      extends AbstractFunction2<TaskContext, scala.collection.Iterator<ChunkResult>, ChunkResult[]>
      implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public ChunkResult[] apply(
        TaskContext context, scala.collection.Iterator<ChunkResult> results) {
      List<ChunkResult> chunks = new ArrayList<>();
      while (results.hasNext()) {
        chunks.add(results.next());
      }
      return chunks.toArray(ChunkResult[]::new);
    }
  }

  /** On the driver, in Spark's scheduler thread: only passes the results on. */
  private static final class Report extends AbstractFunction2<Object, ChunkResult[], BoxedUnit> {

    private final BlockingQueue<Event> events;

    Report(BlockingQueue<Event> events) {
      this.events = events;
    }

    @Override
    public BoxedUnit apply(Object partition, ChunkResult[] results) {
      events.add(new Event(results, null));
      return BoxedUnit.UNIT;
    }
  }
}

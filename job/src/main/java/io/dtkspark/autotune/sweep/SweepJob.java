package io.dtkspark.autotune.sweep;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** One Spark job: a task for each piece of work, results in the order of the pieces. */
final class SweepJob {

  private SweepJob() {}

  /** What a task does; expected failures are part of its result. */
  @FunctionalInterface
  interface Body<S, T, R> extends Serializable {
    R run(S shared, T piece);
  }

  /**
   * Runs a job to its end; may be called from several threads at once.
   *
   * @param shared crosses once per executor
   * @throws DtkException INTERNAL when Spark gives up on a task, or the thread is interrupted
   */
  static <S, T, R> List<R> run(
      JavaSparkContext spark,
      String description,
      List<T> pieces,
      Broadcast<S> shared,
      Body<S, T, R> body) {
    try {
      spark.setJobDescription(description);
      return spark
          .parallelize(pieces, pieces.size())
          .map(piece -> body.run(shared.value(), piece))
          .collect();
    } catch (Exception e) {
      // Not RuntimeException: Scala throws checked exceptions that Java is not told about.
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new DtkException(
          ErrorCode.INTERNAL, "Spark gave up on " + description + ": " + reason, e);
    }
  }
}

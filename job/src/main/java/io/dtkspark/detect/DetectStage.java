package io.dtkspark.detect;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.publish.ChunkResult;
import io.dtkspark.publish.Effort;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import java.util.List;

/** The executor's side of the detect step: one chunk from datapoints to staged detections. */
public final class DetectStage {

  private DetectStage() {}

  /** Scores and stages one chunk; an expected failure is part of the result. */
  public static ChunkResult run(DetectTask task, long attempt) {
    try (StateStore store = StateStores.open(task.state())) {
      return new ChunkScorer(task, store).score(task.stagingName(attempt));
    } catch (DtkException e) {
      return failed(task, e);
    } catch (RuntimeException e) {
      return failed(task, new DtkException(ErrorCode.INTERNAL, e.toString(), e));
    }
  }

  private static ChunkResult failed(DetectTask task, DtkException cause) {
    long from = task.chunk().range().fromInclusive();
    return new ChunkResult(
        task.stream(),
        task.chunk().index(),
        new TimeRange(from, from),
        null,
        0,
        0,
        false,
        List.of(),
        Effort.NONE,
        cause);
  }
}

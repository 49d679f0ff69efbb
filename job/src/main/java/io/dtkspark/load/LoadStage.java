package io.dtkspark.load;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.publish.ChunkResult;

/** The executor's side of the load step: one chunk of queries from source to staged datapoints. */
public final class LoadStage {

  private LoadStage() {}

  /** Runs and stages one chunk; an expected failure is part of the result. */
  public static ChunkResult run(LoadTask task, long attempt) {
    ChunkLoader loader = new ChunkLoader(task, task.stagingName(attempt));
    try {
      return loader.load();
    } catch (DtkException e) {
      return loader.failed(e);
    } catch (RuntimeException e) {
      return loader.failed(new DtkException(ErrorCode.INTERNAL, e.toString(), e));
    }
  }
}

package io.dtkspark.load;

import io.dtkspark.publish.ChunkResult;

/** The executor's side of the load step. */
public final class LoadStage {

  private LoadStage() {}

  public static ChunkResult run(LoadTask task, long attempt) {
    return null;
  }
}

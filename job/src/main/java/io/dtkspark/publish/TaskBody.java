package io.dtkspark.publish;

import java.io.Serializable;

/**
 * The work of one chunk on an executor.
 *
 * @param <T> a small serialisable record: never config, store, session or logger
 */
@FunctionalInterface
public interface TaskBody<T extends Serializable> extends Serializable {

  /**
   * Stages the rows of one chunk.
   *
   * @param attempt number of the task attempt, unique within the Spark application
   */
  ChunkResult run(T task, long attempt);
}

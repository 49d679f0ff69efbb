package io.dtkspark.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Packs small pieces of work into tasks, so that hundreds of small metrics do not become hundreds
 * of Spark tasks. Order is kept: pieces of one stream stay in time order, across tasks as within.
 */
public final class TaskPacker {

  private TaskPacker() {}

  /**
   * Groups neighbours until a group costs {@code targetNanos}; a larger piece is a task by itself.
   *
   * @return groups in order; concatenated they are {@code pieces}
   */
  public static <T> List<List<T>> pack(
      List<T> pieces, ToDoubleFunction<T> nanos, double targetNanos) {
    List<List<T>> tasks = new ArrayList<>();
    List<T> open = new ArrayList<>();
    double openNanos = 0;
    for (T piece : pieces) {
      double cost = nanos.applyAsDouble(piece);
      if (!open.isEmpty() && openNanos + cost > targetNanos) {
        tasks.add(List.copyOf(open));
        open.clear();
        openNanos = 0;
      }
      open.add(piece);
      openNanos += cost;
    }
    if (!open.isEmpty()) {
      tasks.add(List.copyOf(open));
    }
    return tasks;
  }
}

package io.dtkspark.run;

import io.dtkspark.autotune.Search;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Searches side by side, as many as the search allows; all else is done by the one thread that
 * calls this.
 */
final class SearchQueue implements AutoCloseable {

  private final Search search;
  private final ExecutorService threads;
  private final CompletionService<MetricTuning> finished;
  private final Set<MetricTuning> open = new LinkedHashSet<>();

  SearchQueue(Search search) {
    this.search = search;
    threads = Executors.newFixedThreadPool(search.atOnce());
    finished = new ExecutorCompletionService<>(threads);
  }

  boolean isFull() {
    return open.size() >= search.atOnce();
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  void start(MetricTuning tuning) {
    open.add(tuning);
    finished.submit(() -> tuning.search(search), tuning);
  }

  /**
   * Waits for a search to end, well or not.
   *
   * @throws DtkException INTERNAL when the thread is interrupted or the search runs out of memory
   */
  MetricTuning take() {
    try {
      MetricTuning tuning = finished.take().get();
      open.remove(tuning);
      return tuning;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DtkException(ErrorCode.INTERNAL, "the tuning was stopped before its end", e);
    } catch (ExecutionException e) {
      // A search keeps its exceptions to itself: this is an error such as too little memory.
      throw new DtkException(ErrorCode.INTERNAL, "a search broke down: " + e.getCause(), e);
    }
  }

  /** Searches that were started and not taken; what is left of them when something went wrong. */
  Set<MetricTuning> open() {
    return Set.copyOf(open);
  }

  /** Interrupts what still runs. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}

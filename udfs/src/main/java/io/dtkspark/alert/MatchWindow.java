package io.dtkspark.alert;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * The points with a quorum among the last {@code windowPoints} grid points. A grid point that has
 * no detections is a point of the window without a quorum.
 *
 * <p>Steps are counted back from the newest point. Metrics whose start has been moved have points
 * between those steps, so matches are kept apart by their offset from the epoch; one offset is the
 * rule. Amortised constant time per point, at most {@code windowPoints} times kept per offset.
 */
final class MatchWindow {

  private final long intervalMillis;
  private final long spanMillis;
  private final Map<Long, ArrayDeque<Long>> byOffset = new HashMap<>();
  private ArrayDeque<Long> current = new ArrayDeque<>();
  private long offset = -1;

  MatchWindow(AlertRule rule) {
    intervalMillis = rule.intervalMillis();
    spanMillis = rule.intervalMillis() * rule.windowPoints();
  }

  /** Moves the window's end to {@code epochMillis}, later than before. */
  void advance(long epochMillis, boolean match) {
    long newOffset = Math.floorMod(epochMillis, intervalMillis);
    if (newOffset != offset) {
      changeOffset(newOffset, epochMillis);
    }
    expire(current, epochMillis);
    if (match) {
      current.addLast(epochMillis);
    }
  }

  /** Matches in the window that ends at the newest point. */
  int matches() {
    return current.size();
  }

  /** The oldest of at least one match. */
  long oldest() {
    return current.getFirst();
  }

  private void changeOffset(long newOffset, long epochMillis) {
    Iterator<ArrayDeque<Long>> kept = byOffset.values().iterator();
    while (kept.hasNext()) {
      ArrayDeque<Long> matches = kept.next();
      expire(matches, epochMillis);
      if (matches.isEmpty()) {
        kept.remove();
      }
    }
    offset = newOffset;
    current = byOffset.computeIfAbsent(newOffset, key -> new ArrayDeque<>());
  }

  private void expire(ArrayDeque<Long> matches, long epochMillis) {
    while (!matches.isEmpty() && matches.getFirst() <= epochMillis - spanMillis) {
      matches.removeFirst();
    }
  }
}

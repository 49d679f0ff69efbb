package io.dtkspark.rolling;

/**
 * A number per row that looks random but is a fixed hash of the row's time, so that every chunk of
 * a series sees the same one.
 *
 * <p>The row of a window with the greatest priority is where {@link CutWindow} cuts it. In a
 * sliding window that row changes about twice while the window turns over once, whatever the data.
 */
public final class RowPriority {

  private int[] priorities = new int[0];

  /** Computes the priorities of rows {@code from} to {@code to - 1}; others may be lost. */
  public void prepare(long[] epochMillis, int from, int to) {
    if (priorities.length < to) {
      priorities = new int[to + to / 2];
    }
    for (int row = from; row < to; row++) {
      long millis = epochMillis[row];
      priorities[row] = mix((int) millis + mix((int) (millis >>> 32)));
    }
  }

  /** The priority of a row; equal priorities are possible. */
  int of(int row) {
    return priorities[row];
  }

  /** The finalizer of MurmurHash3, behind a step that spreads the zeros of round times. */
  private static int mix(int key) {
    int hash = key * 0x9E3779B1;
    hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
    return hash ^ (hash >>> 16);
  }
}

package io.dtkspark.rolling;

import io.dtkspark.stats.RowSort;

/**
 * Sorted runs of a list by length: runs of a level are four times as long as those of the level
 * below, and each starts at a multiple of its length.
 *
 * <p>A run is sorted when it is first asked for, and again when so many rows have been looked at in
 * vain that sorting would have been cheaper. Memory: about 28 bytes per row of the window and level
 * in use, 12 with equal weights.
 */
final class RunLevels {

  static final int COUNT = 11;

  /** The shortest runs have 2 to the power of this many rows. */
  private static final int SHORTEST = 5;

  /** Rows looked at in vain, per row of a run, that cost as much as sorting the run again. */
  private static final double PATIENCE = 32;

  private final Projection projection;
  private final RowWeights weights;
  private final SortedRun[][] levels = new SortedRun[COUNT][0];
  private final RowSort rowSort = new RowSort();
  private final WeightSum sum = new WeightSum();
  private int[] list = new int[0];

  RunLevels(Projection projection, RowWeights weights) {
    this.projection = projection;
    this.weights = weights;
  }

  /** Starts over with another list. */
  void begin(int[] newList) {
    list = newList;
    forget();
  }

  /** Forgets all runs, because values or weights have changed. */
  void forget() {
    for (SortedRun[] ring : levels) {
      for (SortedRun run : ring) {
        if (run != null) {
          run.forget();
        }
      }
    }
  }

  /** Length of the runs of a level. */
  static int length(int level) {
    return 1 << shift(level);
  }

  private static int shift(int level) {
    return SHORTEST + 2 * level;
  }

  /**
   * The run of a level that starts at an element of the list, turned to the projection.
   *
   * @param windowSize runs this far apart are kept side by side
   * @param slope what to sort by if need be
   */
  SortedRun run(int level, int start, int windowSize, double slope) {
    SortedRun[] ring = ring(level, windowSize);
    int slot = (start >>> shift(level)) & (ring.length - 1);
    if (ring[slot] == null) {
      ring[slot] = new SortedRun(length(level), !weights.isUniform());
    }
    SortedRun run = ring[slot];
    if (run.start() != start) {
      run.load(list, start);
      sort(run, slope);
    } else if (run.misses() > PATIENCE * run.size()) {
      sort(run, slope);
    }
    run.turn(projection);
    return run;
  }

  private void sort(SortedRun run, double slope) {
    run.sort(projection.values(), slope, rowSort);
    if (!weights.isUniform()) {
      run.sum(weights, sum);
    }
  }

  private SortedRun[] ring(int level, int windowSize) {
    int needed = (windowSize >>> shift(level)) + 1;
    if (levels[level].length < needed) {
      int length = 2 * Integer.highestOneBit(needed);
      SortedRun[] ring = new SortedRun[length];
      for (SortedRun run : levels[level]) {
        if (run != null && run.start() >= 0) {
          ring[(run.start() >>> shift(level)) & (length - 1)] = run;
        }
      }
      levels[level] = ring;
    }
    return levels[level];
  }
}

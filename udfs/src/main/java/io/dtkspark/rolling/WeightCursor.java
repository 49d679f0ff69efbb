package io.dtkspark.rolling;

/**
 * A cursor that looks for places: row by row from where it is, and over whole blocks where their
 * sums or last values allow. A search costs what lies between, at most a block at either end and
 * one step per block between them.
 */
final class WeightCursor extends BlockCursor {

  WeightCursor(SortedBlocks sorted) {
    super(sorted);
  }

  /** Moves to where the midpoints of the weights begin to exceed a target. */
  void seekMidpoint(WeightTarget target) {
    if (!upToMidpoint(target)) {
      downToMidpoint(target);
    }
  }

  private boolean upToMidpoint(WeightTarget target) {
    boolean moved = false;
    for (; place < sorted.blocks(); place++, index = 0) {
      double blockHigh = sorted.blockHigh(place);
      double blockLow = sorted.blockLow(place);
      if (index == 0 && target.above(this, blockHigh, blockLow) >= 0) {
        add(blockHigh, blockLow);
        moved = true;
        continue;
      }
      int from = sorted.firstSlot(place);
      int size = sorted.blockSize(place);
      for (; index < size; index++) {
        int row = sorted.row(from + index);
        double rowHigh = sorted.weights.high(row);
        double rowLow = sorted.weights.low(row);
        if (target.above(this, 0.5 * rowHigh, 0.5 * rowLow) < 0) {
          return moved;
        }
        add(rowHigh, rowLow);
        moved = true;
      }
    }
    return moved;
  }

  private void downToMidpoint(WeightTarget target) {
    while (enterBlockBelow()) {
      double blockHigh = sorted.blockHigh(place);
      double blockLow = sorted.blockLow(place);
      int from = sorted.firstSlot(place);
      if (index == sorted.blockSize(place) && target.above(this, -blockHigh, -blockLow) < 0) {
        add(-blockHigh, -blockLow);
        index = 0;
      }
      for (; index > 0; index--) {
        int row = sorted.row(from + index - 1);
        double rowHigh = sorted.weights.high(row);
        double rowLow = sorted.weights.low(row);
        if (target.above(this, -0.5 * rowHigh, -0.5 * rowLow) >= 0) {
          return;
        }
        add(-rowHigh, -rowLow);
      }
    }
  }

  /**
   * Moves to where values minus {@code center} begin to reach {@code bound}.
   *
   * @param inclusive whether the bound itself is still below
   */
  void seekDeviation(double center, double bound, boolean inclusive) {
    if (!upToDeviation(center, bound, inclusive)) {
      downToDeviation(center, bound, inclusive);
    }
  }

  /**
   * Moves as little as possible for values minus {@code center} to be at most {@code bound} below
   * the cursor and at least that above it.
   */
  void approachDeviation(double center, double bound) {
    if (!upToDeviation(center, bound, false)) {
      downToDeviation(center, bound, true);
    }
  }

  private boolean upToDeviation(double center, double bound, boolean inclusive) {
    boolean moved = false;
    for (; place < sorted.blocks(); place++, index = 0) {
      if (index == 0 && isBelow(sorted.lastValue(place), center, bound, inclusive)) {
        add(sorted.blockHigh(place), sorted.blockLow(place));
        moved = true;
        continue;
      }
      int from = sorted.firstSlot(place);
      int size = sorted.blockSize(place);
      for (; index < size; index++) {
        if (!isBelow(sorted.value(from + index), center, bound, inclusive)) {
          return moved;
        }
        addRow(from + index);
        moved = true;
      }
    }
    return moved;
  }

  private void downToDeviation(double center, double bound, boolean inclusive) {
    while (enterBlockBelow()) {
      boolean whole = index == sorted.blockSize(place);
      if (whole && !isBelow(sorted.firstValue(place), center, bound, inclusive)) {
        add(-sorted.blockHigh(place), -sorted.blockLow(place));
        index = 0;
      }
      int from = sorted.firstSlot(place);
      for (; index > 0; index--) {
        if (isBelow(sorted.value(from + index - 1), center, bound, inclusive)) {
          return;
        }
        subtractRow(from + index - 1);
      }
    }
  }

  private static boolean isBelow(double value, double center, double bound, boolean inclusive) {
    double deviation = value - center;
    return inclusive ? deviation <= bound : deviation < bound;
  }
}

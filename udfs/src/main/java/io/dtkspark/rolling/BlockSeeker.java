package io.dtkspark.rolling;

/**
 * A cursor of {@link SortedBlocks} that looks for places: row by row from where it is, and over
 * whole blocks where their sums or last values allow. A search costs what lies between, at most a
 * block at either end and one step per block between them.
 */
final class BlockSeeker extends BlockCursor {

  BlockSeeker(SortedBlocks sorted) {
    super(sorted);
  }

  @Override
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

  @Override
  void seekDeviation(double center, double bound, boolean inclusive) {
    if (!upToDeviation(center, bound, inclusive)) {
      downToDeviation(center, bound, inclusive);
    }
  }

  @Override
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
}

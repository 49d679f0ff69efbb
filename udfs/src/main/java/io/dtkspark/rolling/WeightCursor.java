package io.dtkspark.rolling;

/**
 * A position between two neighbours in {@link SortedBlocks}, and the sum of the weights below it.
 *
 * <p>It moves row by row, and over whole blocks where their sums or last values allow, so that a
 * move costs what lies between, at most a block at either end and one step per block between them.
 */
final class WeightCursor extends WeightSum {

  private final SortedBlocks sorted;

  /** Where in the directory the block is that the cursor is in; behind it at the very end. */
  private int place;

  /** How many rows of that block are below; all of them is the same as the next block's start. */
  private int index;

  WeightCursor(SortedBlocks sorted) {
    this.sorted = sorted;
  }

  /** The slot of the row just below, or -1. */
  int below() {
    if (index > 0) {
      return sorted.firstSlot(place) + index - 1;
    }
    return place > 0 ? lastSlot(place - 1) : -1;
  }

  /** The slot of the row just above, or -1. */
  int above() {
    int at = placeAbove();
    if (at >= sorted.blocks()) {
      return -1;
    }
    return sorted.firstSlot(at) + (at == place ? index : 0);
  }

  /** The slot of the row below {@link #below()}, or -1. */
  int secondBelow() {
    if (index > 1) {
      return sorted.firstSlot(place) + index - 2;
    }
    if (index == 1) {
      return place > 0 ? lastSlot(place - 1) : -1;
    }
    if (place > 0 && sorted.blockSize(place - 1) > 1) {
      return lastSlot(place - 1) - 1;
    }
    return place > 1 ? lastSlot(place - 2) : -1;
  }

  /** The slot of the row above {@link #above()}, or -1. */
  int secondAbove() {
    int at = placeAbove();
    int skipped = at == place ? index + 1 : 1;
    if (at < sorted.blocks() && skipped == sorted.blockSize(at)) {
      at++;
      skipped = 0;
    }
    return at < sorted.blocks() ? sorted.firstSlot(at) + skipped : -1;
  }

  private int lastSlot(int at) {
    return sorted.firstSlot(at) + sorted.blockSize(at) - 1;
  }

  /** The place of the block that holds the row just above; behind the last if there is none. */
  int placeAbove() {
    boolean atEnd = place < sorted.blocks() && index == sorted.blockSize(place);
    return atEnd ? place + 1 : place;
  }

  /** The place of the block that holds the row just below, or -1. */
  int placeBelow() {
    return index == 0 ? place - 1 : place;
  }

  /** Moves below the row just below, which has this weight. */
  void moveDown(double rowHigh, double rowLow) {
    if (index == 0) {
      place--;
      index = sorted.blockSize(place);
    }
    index--;
    add(-rowHigh, -rowLow);
  }

  /** Moves above the row just above, which has this weight. */
  void moveUp(double rowHigh, double rowLow) {
    if (index == sorted.blockSize(place)) {
      place++;
      index = 0;
    }
    index++;
    add(rowHigh, rowLow);
  }

  /** Moves to the start of the block that holds the row just below. */
  void moveDownBlock() {
    if (index == 0) {
      place--;
      add(-sorted.blockHigh(place), -sorted.blockLow(place));
      return;
    }
    for (int from = sorted.firstSlot(place); index > 0; index--) {
      subtractRow(from + index - 1);
    }
  }

  /** Moves to the end of the block that holds the row just above. */
  void moveUpBlock() {
    int at = placeAbove();
    if (at > place || index == 0) {
      add(sorted.blockHigh(at), sorted.blockLow(at));
    } else {
      int from = sorted.firstSlot(at);
      for (; index < sorted.blockSize(at); index++) {
        addRow(from + index);
      }
    }
    place = at + 1;
    index = 0;
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

  /** Takes the start of a block for the end of the one below; false if there is none. */
  private boolean enterBlockBelow() {
    if (index == 0 && place > 0) {
      place--;
      index = sorted.blockSize(place);
    }
    return index > 0;
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

  private void addRow(int slot) {
    int row = sorted.row(slot);
    add(sorted.weights.high(row), sorted.weights.low(row));
  }

  private void subtractRow(int slot) {
    int row = sorted.row(slot);
    add(-sorted.weights.high(row), -sorted.weights.low(row));
  }

  void set(WeightCursor other) {
    super.set(other);
    place = other.place;
    index = other.index;
  }

  /** Lets rows enter and leave unnoticed; the cursor has no meaning until it is set again. */
  void sleep() {
    clear();
    place = -1;
    index = 0;
  }

  void toStart() {
    clear();
    place = Math.min(place, 0);
    index = 0;
  }

  /** A row has entered a block; at the cursor itself it counts as above. */
  void rowEntered(int atPlace, int atIndex, double weight, double rest) {
    if (atPlace < place) {
      add(weight, rest);
    } else if (atPlace == place && atIndex < index) {
      index++;
      add(weight, rest);
    }
  }

  void rowLeft(int atPlace, int atIndex, double weight, double rest) {
    if (atPlace < place) {
      add(-weight, -rest);
    } else if (atPlace == place && atIndex < index) {
      index--;
      add(-weight, -rest);
    }
  }

  void blockSplit(int atPlace, int sizeOfFirst) {
    if (place > atPlace) {
      place++;
    } else if (place == atPlace && index > sizeOfFirst) {
      place++;
      index -= sizeOfFirst;
    }
  }

  void blocksMerged(int atPlace, int sizeOfFirst) {
    if (place == atPlace + 1) {
      index += sizeOfFirst;
    }
    if (place > atPlace) {
      place--;
    }
  }

  void blockDropped(int atPlace) {
    if (place > atPlace) {
      place--;
    }
  }

  /** Takes the sum anew from those of the blocks. */
  void sumAnew() {
    clear();
    for (int at = 0; at < place; at++) {
      add(sorted.blockHigh(at), sorted.blockLow(at));
    }
    for (int at = 0; at < index; at++) {
      addRow(sorted.firstSlot(place) + at);
    }
  }
}

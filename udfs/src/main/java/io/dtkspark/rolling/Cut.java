package io.dtkspark.rolling;

/**
 * A position between two neighbours in {@link SortedBlocks}, and the sum of the weights below it.
 *
 * <p>It moves row by row, and over whole blocks where their sums allow, so that moving costs what
 * lies between, at most a block at either end and one step per block between them.
 */
final class Cut extends WeightSum {

  private final SortedBlocks sorted;

  /** The block above the cut; the number of blocks when the cut is at the very end. */
  private int place;

  /** How many rows of that block are below; all of them is the start of the next block. */
  private int index;

  Cut(SortedBlocks sorted) {
    this.sorted = sorted;
  }

  /** The slot of the row just below, or -1. */
  int below() {
    if (index > 0) {
      return (sorted.order[place] << sorted.shift) + index - 1;
    }
    return place == 0 ? -1 : lastSlot(place - 1);
  }

  /** The slot of the row just above, or -1. */
  int above() {
    if (place < sorted.blocks && index < sorted.count[sorted.order[place]]) {
      return (sorted.order[place] << sorted.shift) + index;
    }
    return place + 1 < sorted.blocks ? sorted.order[place + 1] << sorted.shift : -1;
  }

  /** The slot of the row below {@link #below()}, or -1. */
  int secondBelow() {
    if (index > 1) {
      return (sorted.order[place] << sorted.shift) + index - 2;
    }
    if (place == 0) {
      return -1;
    }
    int size = sorted.count[sorted.order[place - 1]];
    if (index + size > 1) {
      return (sorted.order[place - 1] << sorted.shift) + index + size - 2;
    }
    return place > 1 ? lastSlot(place - 2) : -1;
  }

  /** The slot of the row above {@link #above()}, or -1. */
  int secondAbove() {
    int at = place;
    int skip = index + 1;
    while (at < sorted.blocks && skip >= sorted.count[sorted.order[at]]) {
      skip -= sorted.count[sorted.order[at]];
      at++;
    }
    return at < sorted.blocks ? (sorted.order[at] << sorted.shift) + skip : -1;
  }

  private int lastSlot(int at) {
    int block = sorted.order[at];
    return (block << sorted.shift) + sorted.count[block] - 1;
  }

  /** Takes the end of the block below for the start of the next one. */
  void faceDown() {
    if (index == 0 && place > 0) {
      place--;
      index = sorted.count[sorted.order[place]];
    }
  }

  /** Takes the start of the next block for the end of the one below. */
  void faceUp() {
    if (place < sorted.blocks && index == sorted.count[sorted.order[place]]) {
      place++;
      index = 0;
    }
  }

  /** The slot of the row just above when the cut faces up, one more than below when down. */
  int slot() {
    return firstSlot() + index;
  }

  /** The first slot of the block the cut is in. */
  int firstSlot() {
    return place < sorted.blocks ? sorted.order[place] << sorted.shift : 0;
  }

  /** The slot after the last one of that block. */
  int endSlot() {
    return place < sorted.blocks ? firstSlot() + sorted.count[sorted.order[place]] : 0;
  }

  boolean isInBlockOf(Cut other) {
    return place == other.place;
  }

  boolean isBelow(Cut other) {
    return place < other.place || (place == other.place && index < other.index);
  }

  /** Moves within the block, with the sum of the weights below already taken. */
  void moveTo(int slot, double newHigh, double newLow) {
    index = slot - firstSlot();
    high = newHigh;
    low = newLow;
  }

  /** Moves to where the midpoints of the weights begin to exceed a target. */
  void seekMidpoint(WeightSum target, double scale) {
    if (!upToMidpoint(target, scale)) {
      downToMidpoint(target, scale);
    }
  }

  private boolean upToMidpoint(WeightSum target, double scale) {
    int[] rows = sorted.rows;
    boolean moved = false;
    while (place < sorted.blocks) {
      int block = sorted.order[place];
      if (index == 0 && distance(target, scale, sorted.high[block], sorted.low[block]) >= 0) {
        add(sorted.high[block], sorted.low[block]);
      } else {
        int from = block << sorted.shift;
        int end = from + sorted.count[block];
        for (int slot = from + index; slot < end; slot++) {
          double rowHigh = sorted.weights.high(rows[slot]);
          double rowLow = sorted.weights.low(rows[slot]);
          if (distance(target, scale, 0.5 * rowHigh, 0.5 * rowLow) < 0) {
            moved |= slot > from + index;
            index = slot - from;
            return moved;
          }
          add(rowHigh, rowLow);
        }
      }
      moved |= index < sorted.count[block];
      place++;
      index = 0;
    }
    return moved;
  }

  private void downToMidpoint(WeightSum target, double scale) {
    for (; ; ) {
      if (index == 0) {
        if (place == 0) {
          return;
        }
        place--;
        int block = sorted.order[place];
        if (distance(target, scale, -sorted.high[block], -sorted.low[block]) < 0) {
          add(-sorted.high[block], -sorted.low[block]);
          continue;
        }
        index = sorted.count[block];
      }
      int from = sorted.order[place] << sorted.shift;
      while (index > 0) {
        int row = sorted.rows[from + index - 1];
        double rowHigh = sorted.weights.high(row);
        double rowLow = sorted.weights.low(row);
        if (distance(target, scale, -0.5 * rowHigh, -0.5 * rowLow) >= 0) {
          return;
        }
        add(-rowHigh, -rowLow);
        index--;
      }
    }
  }

  /** How far the target is above the sum of this cut and a pair. */
  private double distance(WeightSum target, double scale, double pairHigh, double pairLow) {
    return (target.high - high - pairHigh) + scale * (target.low - low - pairLow);
  }

  /**
   * Moves below all rows whose value minus {@code center} reaches {@code bound}.
   *
   * @param beyond whether reaching means exceeding
   */
  void seekDeviation(double center, double bound, boolean beyond) {
    if (!upToDeviation(center, bound, beyond)) {
      downToDeviation(center, bound, beyond);
    }
  }

  /**
   * Moves as little as possible for all rows below to have values minus {@code center} of at most
   * {@code bound}, and all rows above of at least that.
   */
  void approachDeviation(double center, double bound) {
    if (!upToDeviation(center, bound, false)) {
      downToDeviation(center, bound, true);
    }
  }

  private boolean upToDeviation(double center, double bound, boolean beyond) {
    double[] values = sorted.values;
    int[] rows = sorted.rows;
    boolean moved = false;
    while (place < sorted.blocks) {
      int block = sorted.order[place];
      if (index == 0 && !reaches(sorted.last[place], center, bound, beyond)) {
        add(sorted.high[block], sorted.low[block]);
      } else {
        int from = block << sorted.shift;
        int end = from + sorted.count[block];
        for (int slot = from + index; slot < end; slot++) {
          if (reaches(values[slot], center, bound, beyond)) {
            moved |= slot > from + index;
            index = slot - from;
            return moved;
          }
          addRow(rows[slot]);
        }
      }
      moved |= index < sorted.count[block];
      place++;
      index = 0;
    }
    return moved;
  }

  private void downToDeviation(double center, double bound, boolean beyond) {
    double[] values = sorted.values;
    int[] rows = sorted.rows;
    for (; ; ) {
      if (index == 0) {
        if (place == 0) {
          return;
        }
        place--;
        int block = sorted.order[place];
        if (reaches(values[block << sorted.shift], center, bound, beyond)) {
          add(-sorted.high[block], -sorted.low[block]);
          continue;
        }
        index = sorted.count[block];
      }
      int from = sorted.order[place] << sorted.shift;
      for (int slot = from + index - 1; slot >= from; slot--) {
        if (!reaches(values[slot], center, bound, beyond)) {
          index = slot + 1 - from;
          return;
        }
        subtractRow(rows[slot]);
      }
      index = 0;
    }
  }

  private static boolean reaches(double value, double center, double bound, boolean beyond) {
    double deviation = value - center;
    return beyond ? deviation > bound : deviation >= bound;
  }

  private void addRow(int row) {
    add(sorted.weights.high(row), sorted.weights.low(row));
  }

  private void subtractRow(int row) {
    add(-sorted.weights.high(row), -sorted.weights.low(row));
  }

  /** Lets rows enter and leave unnoticed; the cut has no meaning until it is set. */
  void sleep() {
    clear();
    place = -1;
    index = 0;
  }

  boolean isAsleep() {
    return place < 0;
  }

  void toStart() {
    clear();
    place = Math.min(place, 0);
    index = 0;
  }

  void set(Cut other) {
    super.set(other);
    place = other.place;
    index = other.index;
  }

  /** The place of the block that holds the row just above; the number of blocks if there is none. */
  int placeAbove() {
    boolean atEnd = place < sorted.blocks && index == sorted.count[sorted.order[place]];
    return atEnd ? place + 1 : place;
  }

  /** The place of the block that holds the row just below, or -1. */
  int placeBelow() {
    return index == 0 ? place - 1 : place;
  }

  /** Moves to the start of the block that holds the row just below. */
  void moveDownBlock() {
    if (index == 0) {
      place--;
      add(-sorted.high[sorted.order[place]], -sorted.low[sorted.order[place]]);
      return;
    }
    int from = sorted.order[place] << sorted.shift;
    for (; index > 0; index--) {
      subtractRow(sorted.rows[from + index - 1]);
    }
  }

  /** Moves to the end of the block that holds the row just above. */
  void moveUpBlock() {
    int at = placeAbove();
    index = at == place ? index : 0;
    place = at;
    int block = sorted.order[place];
    if (index == 0) {
      add(sorted.high[block], sorted.low[block]);
    } else {
      int from = block << sorted.shift;
      for (int slot = from + index; slot < from + sorted.count[block]; slot++) {
        addRow(sorted.rows[slot]);
      }
    }
    place++;
    index = 0;
  }

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

  void blockSplit(int atPlace, int half) {
    if (place > atPlace) {
      place++;
    } else if (place == atPlace && index > half) {
      place++;
      index -= half;
    }
  }

  void blocksMerged(int atPlace, int sizeOfFirst) {
    if (place == atPlace + 1) {
      place--;
      index += sizeOfFirst;
    } else if (place > atPlace + 1) {
      place--;
    }
  }

  void blockDropped(int atPlace) {
    if (place > atPlace) {
      place--;
    }
  }

  void sumAnew() {
    clear();
    for (int at = 0; at < place; at++) {
      add(sorted.high[sorted.order[at]], sorted.low[sorted.order[at]]);
    }
    if (index > 0) {
      int from = sorted.order[place] << sorted.shift;
      for (int slot = from; slot < from + index; slot++) {
        addRow(sorted.rows[slot]);
      }
    }
  }
}

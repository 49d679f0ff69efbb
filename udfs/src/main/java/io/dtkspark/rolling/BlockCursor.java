package io.dtkspark.rolling;

/**
 * A position between two neighbours in {@link SortedBlocks}, and the sum of the weights below it.
 *
 * <p>It stays between its neighbours, and its sum stays right, while rows enter and leave.
 */
abstract class BlockCursor extends WeightCursor {

  final SortedBlocks sorted;

  /** Where in the directory the block is that the cursor is in; behind it at the very end. */
  int place;

  /** How many rows of that block are below; all of them is the same as the next block's start. */
  int index;

  BlockCursor(SortedBlocks sorted) {
    this.sorted = sorted;
  }

  @Override
  final int below() {
    if (index > 0) {
      return sorted.firstSlot(place) + index - 1;
    }
    return place > 0 ? lastSlot(place - 1) : -1;
  }

  @Override
  final int above() {
    int at = placeAbove();
    if (at >= sorted.blocks()) {
      return -1;
    }
    return sorted.firstSlot(at) + (at == place ? index : 0);
  }

  @Override
  final int secondBelow() {
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

  @Override
  final int secondAbove() {
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

  @Override
  final int blockBelow() {
    return index == 0 ? place - 1 : place;
  }

  @Override
  final int blockAbove() {
    int at = placeAbove();
    return at < sorted.blocks() ? at : -1;
  }

  /** The place of the block that holds the row just above; behind the last if there is none. */
  private int placeAbove() {
    boolean atEnd = place < sorted.blocks() && index == sorted.blockSize(place);
    return atEnd ? place + 1 : place;
  }

  @Override
  final void moveDown(int slot) {
    if (index == 0) {
      place--;
      index = sorted.blockSize(place);
    }
    index--;
    subtractRow(slot);
  }

  @Override
  final void moveUp(int slot) {
    if (index == sorted.blockSize(place)) {
      place++;
      index = 0;
    }
    index++;
    addRow(slot);
  }

  @Override
  final void moveDownBlock() {
    if (index == 0) {
      place--;
      add(-sorted.blockHigh(place), -sorted.blockLow(place));
      return;
    }
    for (int from = sorted.firstSlot(place); index > 0; index--) {
      subtractRow(from + index - 1);
    }
  }

  @Override
  final void moveUpBlock() {
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

  /** Takes the start of a block for the end of the one below; false if there is none. */
  final boolean enterBlockBelow() {
    if (index == 0 && place > 0) {
      place--;
      index = sorted.blockSize(place);
    }
    return index > 0;
  }

  final void addRow(int slot) {
    int row = sorted.row(slot);
    add(sorted.weights.high(row), sorted.weights.low(row));
  }

  final void subtractRow(int slot) {
    int row = sorted.row(slot);
    add(-sorted.weights.high(row), -sorted.weights.low(row));
  }

  @Override
  final void set(WeightCursor other) {
    BlockCursor cursor = (BlockCursor) other;
    high = cursor.high;
    low = cursor.low;
    place = cursor.place;
    index = cursor.index;
  }

  @Override
  final void sleep() {
    clear();
    place = -1;
    index = 0;
  }

  final void toStart() {
    clear();
    place = Math.min(place, 0);
    index = 0;
  }

  /** A row has entered a block; at the cursor itself it counts as above. */
  final void rowEntered(int atPlace, int atIndex, double weight, double rest) {
    if (atPlace < place) {
      add(weight, rest);
    } else if (atPlace == place && atIndex < index) {
      index++;
      add(weight, rest);
    }
  }

  final void rowLeft(int atPlace, int atIndex, double weight, double rest) {
    if (atPlace < place) {
      add(-weight, -rest);
    } else if (atPlace == place && atIndex < index) {
      index--;
      add(-weight, -rest);
    }
  }

  final void blockSplit(int atPlace, int sizeOfFirst) {
    if (place > atPlace) {
      place++;
    } else if (place == atPlace && index > sizeOfFirst) {
      place++;
      index -= sizeOfFirst;
    }
  }

  final void blocksMerged(int atPlace, int sizeOfFirst) {
    if (place == atPlace + 1) {
      index += sizeOfFirst;
    }
    if (place > atPlace) {
      place--;
    }
  }

  final void blockDropped(int atPlace) {
    if (place > atPlace) {
      place--;
    }
  }

  /** Takes the sum anew from those of the blocks. */
  final void sumAnew() {
    clear();
    for (int at = 0; at < place; at++) {
      add(sorted.blockHigh(at), sorted.blockLow(at));
    }
    for (int at = 0; at < index; at++) {
      addRow(sorted.firstSlot(place) + at);
    }
  }
}

package io.dtkspark.rolling;

import java.util.Arrays;

/**
 * The rows of a sliding window in ascending order of value, equal values from the oldest row to the
 * newest, in blocks that know the sum of their weights.
 *
 * <p>A row enters or leaves by bisection over the last values of the blocks and bisection in one
 * block. A full block is split; a small one is merged with a neighbour. Blocks keep their place in
 * the buffers; the directory lists them in order:
 *
 * <pre>
 *   order     2         0         1          block numbers
 *   last      3.5       7.0       9.9        greatest value
 *   values    [. . .]   [. . . .] [. .]      slots block &lt;&lt; shift and up
 * </pre>
 *
 * <p>{@link Cut}s are positions in this order; they stay where they are between their neighbours,
 * and their sums stay right, while rows enter and leave around them. Only an empty window has an
 * empty block. Values must not be NaN; infinities are ordinary.
 */
final class SortedBlocks {

  final int shift;
  final RowWeights weights;
  final WeightSum total = new WeightSum();
  double[] values;
  int[] rows;
  int[] count = new int[1];
  double[] high = new double[1];
  double[] low = new double[1];
  int[] order = new int[1];
  double[] last = new double[1];
  int blocks = 1;
  private int size;
  private int unused = 1;
  private Cut[] cuts = new Cut[0];

  /**
   * @param windowSize decides how large blocks may get
   */
  SortedBlocks(int windowSize, RowWeights weights) {
    this.weights = weights;
    shift = windowSize <= 16_384 ? 6 : windowSize <= 131_072 ? 7 : 8;
    values = new double[1 << shift];
    rows = new int[1 << shift];
  }

  Cut newCut() {
    Cut cut = new Cut(this);
    cuts = Arrays.copyOf(cuts, cuts.length + 1);
    cuts[cuts.length - 1] = cut;
    return cut;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
    blocks = 1;
    unused = 1;
    order[0] = 0;
    forgetSums();
  }

  private void forgetSums() {
    count[order[0]] = 0;
    high[order[0]] = 0;
    low[order[0]] = 0;
    total.clear();
    for (Cut cut : cuts) {
      cut.toStart();
    }
  }

  /** Adds a row newer than all others. */
  void add(int row, double value) {
    int place = Math.min(firstBlockAbove(value), blocks - 1);
    if (count[order[place]] == 1 << shift) {
      split(place);
      place += value < last[place] ? 0 : 1;
    }
    int block = order[place];
    int from = block << shift;
    int to = from + count[block];
    int at = firstAbove(from, to, value);
    System.arraycopy(values, at, values, at + 1, to - at);
    System.arraycopy(rows, at, rows, at + 1, to - at);
    values[at] = value;
    rows[at] = row;
    count[block]++;
    size++;
    last[place] = values[to];
    double weight = weights.high(row);
    double rest = weights.low(row);
    addToBlock(block, weight, rest);
    total.add(weight, rest);
    for (Cut cut : cuts) {
      cut.rowEntered(place, at - from, weight, rest);
    }
  }

  /** Removes the oldest row, whose value is {@code value}: it is the first among its equals. */
  void removeOldest(int row, double value) {
    int place = firstBlockAtLeast(value);
    int block = order[place];
    int from = block << shift;
    int to = from + count[block] - 1;
    int at = firstAtLeast(from, to + 1, value);
    System.arraycopy(values, at + 1, values, at, to - at);
    System.arraycopy(rows, at + 1, rows, at, to - at);
    count[block]--;
    size--;
    if (size == 0) {
      forgetSums();
      return;
    }
    double weight = weights.high(row);
    double rest = weights.low(row);
    addToBlock(block, -weight, -rest);
    total.add(-weight, -rest);
    for (Cut cut : cuts) {
      cut.rowLeft(place, at - from, weight, rest);
    }
    if (to > from) {
      last[place] = values[to - 1];
    }
    if (to - from <= 1 << (shift - 2)) {
      shrink(place);
    }
  }

  /** Copies the rows in order. */
  void copyTo(double[] toValues, int[] toRows) {
    int to = 0;
    for (int place = 0; place < blocks; place++) {
      int from = order[place] << shift;
      int length = count[order[place]];
      System.arraycopy(values, from, toValues, to, length);
      System.arraycopy(rows, from, toRows, to, length);
      to += length;
    }
  }

  /** Takes all sums anew, after the base of the weights has moved. */
  void sumAnew() {
    total.clear();
    for (int place = 0; place < blocks; place++) {
      int block = order[place];
      sumBlock(block);
      total.add(high[block], low[block]);
    }
    for (Cut cut : cuts) {
      cut.sumAnew();
    }
  }

  private void addToBlock(int block, double weight, double rest) {
    double before = high[block];
    double sum = before + weight;
    double part = sum - before;
    low[block] += ((before - (sum - part)) + (weight - part)) + rest;
    high[block] = sum;
  }

  private void sumBlock(int block) {
    high[block] = 0;
    low[block] = 0;
    int from = block << shift;
    int to = from + count[block];
    for (int slot = from; slot < to; slot++) {
      addToBlock(block, weights.high(rows[slot]), weights.low(rows[slot]));
    }
  }

  /** Moves the upper half of a full block to a new one after it. */
  private void split(int place) {
    int block = order[place];
    int next = newBlock(place + 1);
    int half = 1 << (shift - 1);
    copy((block << shift) + half, next << shift, half);
    count[block] = half;
    count[next] = half;
    last[place + 1] = last[place];
    last[place] = values[(block << shift) + half - 1];
    sumBlock(block);
    sumBlock(next);
    for (Cut cut : cuts) {
      cut.blockSplit(place, half);
    }
  }

  /** Drops an empty block, or merges a small one with a neighbour when both fit well in one. */
  private void shrink(int place) {
    int room = 3 << (shift - 2);
    int size = count[order[place]];
    if (size == 0) {
      drop(place);
      for (Cut cut : cuts) {
        cut.blockDropped(place);
      }
    } else if (place + 1 < blocks && size + count[order[place + 1]] <= room) {
      merge(place);
    } else if (place > 0 && size + count[order[place - 1]] <= room) {
      merge(place - 1);
    }
  }

  /** Appends the block after {@code place} to the one at {@code place}. */
  private void merge(int place) {
    int block = order[place];
    int next = order[place + 1];
    int size = count[block];
    copy(next << shift, (block << shift) + size, count[next]);
    count[block] += count[next];
    addToBlock(block, high[next], low[next]);
    last[place] = last[place + 1];
    drop(place + 1);
    for (Cut cut : cuts) {
      cut.blocksMerged(place, size);
    }
  }

  private void copy(int fromSlot, int toSlot, int length) {
    System.arraycopy(values, fromSlot, values, toSlot, length);
    System.arraycopy(rows, fromSlot, rows, toSlot, length);
  }

  /** Takes a block out of the directory; its number is kept behind the end for the next one. */
  private void drop(int place) {
    int block = order[place];
    blocks--;
    System.arraycopy(order, place + 1, order, place, blocks - place);
    System.arraycopy(last, place + 1, last, place, blocks - place);
    order[blocks] = block;
  }

  /** Puts an unused block into the directory. */
  private int newBlock(int place) {
    if (blocks == unused) {
      if (unused == order.length) {
        grow(2 * unused);
      }
      order[unused] = unused;
      unused++;
    }
    int block = order[blocks];
    System.arraycopy(order, place, order, place + 1, blocks - place);
    System.arraycopy(last, place, last, place + 1, blocks - place);
    order[place] = block;
    blocks++;
    return block;
  }

  private void grow(int capacity) {
    values = Arrays.copyOf(values, capacity << shift);
    rows = Arrays.copyOf(rows, capacity << shift);
    count = Arrays.copyOf(count, capacity);
    high = Arrays.copyOf(high, capacity);
    low = Arrays.copyOf(low, capacity);
    order = Arrays.copyOf(order, capacity);
    last = Arrays.copyOf(last, capacity);
  }

  private int firstBlockAbove(double value) {
    int base = 0;
    int length = blocks;
    while (length > 1) {
      int half = length >>> 1;
      base = last[base + half - 1] <= value ? base + half : base;
      length -= half;
    }
    return last[base] <= value ? base + 1 : base;
  }

  private int firstBlockAtLeast(double value) {
    int base = 0;
    int length = blocks;
    while (length > 1) {
      int half = length >>> 1;
      base = last[base + half - 1] < value ? base + half : base;
      length -= half;
    }
    return last[base] < value ? base + 1 : base;
  }

  private int firstAbove(int from, int to, double value) {
    if (from == to) {
      return to;
    }
    int base = from;
    int length = to - from;
    while (length > 1) {
      int half = length >>> 1;
      base = values[base + half - 1] <= value ? base + half : base;
      length -= half;
    }
    return values[base] <= value ? base + 1 : base;
  }

  private int firstAtLeast(int from, int to, double value) {
    int base = from;
    int length = to - from;
    while (length > 1) {
      int half = length >>> 1;
      base = values[base + half - 1] < value ? base + half : base;
      length -= half;
    }
    return values[base] < value ? base + 1 : base;
  }
}

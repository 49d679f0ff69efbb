package io.dtkspark.rolling;

import io.dtkspark.stats.SortedSearch;
import java.util.Arrays;

/**
 * The rows of a sliding window in ascending order of value, equal values from the oldest row to the
 * newest, in blocks that know the sum of their weights.
 *
 * <p>A row enters or leaves by bisection over the last values of the blocks and bisection in one
 * block. A full block is split; a small one is merged with a neighbour. Blocks keep their slots in
 * the buffers; a directory lists them in order:
 *
 * <pre>
 *   place     0         1           2
 *   number    2         0           1
 *   last      3.5       7.0         9.9        greatest values
 *   values    [. . .]   [. . . .]   [. .]      slots number &lt;&lt; shift and up
 * </pre>
 *
 * <p>{@link WeightCursor}s are positions in this order; they stay between their neighbours, and
 * their sums stay right, while rows enter and leave around them. Only an empty window has an empty
 * block. Values must not be NaN; infinities are ordinary, zeros of both signs are equal.
 *
 * <p>Cost: O(log n) and moving half a block per row; splits and merges, which are rare, move the
 * directory. Memory: 12 bytes per slot, at least a quarter of the slots in use once the window has
 * grown.
 */
final class SortedBlocks extends SortedRows {

  private final int shift;
  private double[] values;
  private int[] rows;

  private final BlockDirectory directory = new BlockDirectory();

  /** By number of the block. */
  private int[] count = new int[1];

  private final WeightSums sums = new WeightSums();
  private BlockSeeker[] cursors = new BlockSeeker[0];

  /**
   * @param windowSize decides how large blocks get
   */
  SortedBlocks(int windowSize, RowWeights weights) {
    super(weights);
    shift = windowSize <= 16_384 ? 6 : windowSize <= 131_072 ? 7 : 8;
    values = new double[1 << shift];
    rows = new int[1 << shift];
  }

  @Override
  WeightCursor newCursor() {
    BlockSeeker cursor = new BlockSeeker(this);
    cursors = Arrays.copyOf(cursors, cursors.length + 1);
    cursors[cursors.length - 1] = cursor;
    return cursor;
  }

  @Override
  WeightCursor newProbe() {
    return new BlockSeeker(this);
  }

  @Override
  RankSearch newRankSearch() {
    return new BlockRankSearch(this);
  }

  int blocks() {
    return directory.size();
  }

  int blockSize(int place) {
    return count[directory.number(place)];
  }

  @Override
  double blockHigh(int place) {
    return sums.high(directory.number(place));
  }

  @Override
  double blockLow(int place) {
    return sums.low(directory.number(place));
  }

  /** The slot of the first row of a block; the others follow. */
  int firstSlot(int place) {
    return directory.number(place) << shift;
  }

  @Override
  double firstValue(int place) {
    return values[directory.number(place) << shift];
  }

  @Override
  double lastValue(int place) {
    return directory.last(place);
  }

  @Override
  double value(int slot) {
    return values[slot];
  }

  @Override
  int row(int slot) {
    return rows[slot];
  }

  @Override
  void copyTo(double[] toValues, int[] toRows) {
    int to = 0;
    for (int place = 0; place < directory.size(); place++) {
      System.arraycopy(values, firstSlot(place), toValues, to, blockSize(place));
      System.arraycopy(rows, firstSlot(place), toRows, to, blockSize(place));
      to += blockSize(place);
    }
  }

  @Override
  void clear() {
    directory.clear();
    forget();
  }

  /** Begins exactly with nothing, so that no rounding outlives an empty window. */
  private void forget() {
    int block = directory.number(0);
    count[block] = 0;
    sums.set(block, 0, 0);
    total.clear();
    for (BlockSeeker cursor : cursors) {
      cursor.toStart();
    }
  }

  @Override
  void add() {
    int row = listRows[tail++];
    double value = listValues[row];
    int place = directory.placeAbove(value);
    if (blockSize(place) == 1 << shift) {
      split(place);
      place += value < directory.last(place) ? 0 : 1;
    }
    int block = directory.number(place);
    int from = block << shift;
    int to = from + count[block];
    int at = SortedSearch.firstAbove(values, from, to, value);
    System.arraycopy(values, at, values, at + 1, to - at);
    System.arraycopy(rows, at, rows, at + 1, to - at);
    values[at] = value;
    rows[at] = row;
    directory.setLast(place, values[to]);
    count[block]++;
    double weight = weights.high(row);
    double rest = weights.low(row);
    sums.add(block, weight, rest);
    total.add(weight, rest);
    for (BlockSeeker cursor : cursors) {
      cursor.rowEntered(place, at - from, weight, rest);
    }
  }

  /** The oldest row is the first among its equals. */
  @Override
  void removeOldest() {
    int row = listRows[head++];
    double value = listValues[row];
    int place = directory.placeAtLeast(value);
    int block = directory.number(place);
    int from = block << shift;
    int to = from + count[block] - 1;
    int at = SortedSearch.firstAtLeast(values, from, to + 1, value);
    System.arraycopy(values, at + 1, values, at, to - at);
    System.arraycopy(rows, at + 1, rows, at, to - at);
    count[block]--;
    if (head == tail) {
      forget();
      return;
    }
    double weight = weights.high(row);
    double rest = weights.low(row);
    sums.add(block, -weight, -rest);
    total.add(-weight, -rest);
    for (BlockSeeker cursor : cursors) {
      cursor.rowLeft(place, at - from, weight, rest);
    }
    if (to > from) {
      directory.setLast(place, values[to - 1]);
    }
    if (to - from <= 1 << (shift - 2)) {
      shrink(place);
    }
  }

  @Override
  void sumAnew() {
    total.clear();
    for (int place = 0; place < directory.size(); place++) {
      sumBlock(directory.number(place));
      total.add(blockHigh(place), blockLow(place));
    }
    for (BlockSeeker cursor : cursors) {
      cursor.sumAnew();
    }
  }

  private void sumBlock(int block) {
    sums.set(block, 0, 0);
    int from = block << shift;
    for (int slot = from; slot < from + count[block]; slot++) {
      sums.add(block, weights.high(rows[slot]), weights.low(rows[slot]));
    }
  }

  /** Moves the upper half of a full block to a new one after it. */
  private void split(int place) {
    int block = directory.number(place);
    int next = insertBlock(place + 1);
    int half = 1 << (shift - 1);
    copy((block << shift) + half, next << shift, half);
    count[block] = half;
    count[next] = half;
    directory.setLast(place + 1, directory.last(place));
    directory.setLast(place, values[(block << shift) + half - 1]);
    sumBlock(block);
    sumBlock(next);
    for (BlockSeeker cursor : cursors) {
      cursor.blockSplit(place, half);
    }
  }

  /** Drops an empty block, or merges a small one with a neighbour when both fit well in one. */
  private void shrink(int place) {
    int room = 3 << (shift - 2);
    int rowsLeft = blockSize(place);
    if (rowsLeft == 0) {
      directory.remove(place);
      for (BlockSeeker cursor : cursors) {
        cursor.blockDropped(place);
      }
    } else if (place + 1 < directory.size() && rowsLeft + blockSize(place + 1) <= room) {
      merge(place);
    } else if (place > 0 && rowsLeft + blockSize(place - 1) <= room) {
      merge(place - 1);
    }
  }

  /** Appends the block after {@code place} to the one there. */
  private void merge(int place) {
    int block = directory.number(place);
    int next = directory.number(place + 1);
    int sizeOfFirst = count[block];
    copy(next << shift, (block << shift) + sizeOfFirst, count[next]);
    count[block] += count[next];
    sums.add(block, sums.high(next), sums.low(next));
    directory.setLast(place, directory.last(place + 1));
    directory.remove(place + 1);
    for (BlockSeeker cursor : cursors) {
      cursor.blocksMerged(place, sizeOfFirst);
    }
  }

  private void copy(int fromSlot, int toSlot, int length) {
    System.arraycopy(values, fromSlot, values, toSlot, length);
    System.arraycopy(rows, fromSlot, rows, toSlot, length);
  }

  private int insertBlock(int place) {
    int block = directory.insert(place);
    int capacity = directory.capacity();
    if (count.length < capacity) {
      values = Arrays.copyOf(values, capacity << shift);
      rows = Arrays.copyOf(rows, capacity << shift);
      count = Arrays.copyOf(count, capacity);
      sums.resize(capacity);
    }
    return block;
  }
}

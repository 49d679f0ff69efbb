package io.dtkspark.rolling;

import java.util.Arrays;

/**
 * {@link SortedRows} of a list that is known in advance: slots are ranks, fixed for a piece of the
 * list as in {@link RankedOrder}, and the window is a {@link RankBitmap}. A row that enters or
 * leaves changes one bit and the sums of its word (32 ranks) and its block (1,024 ranks).
 *
 * <p>Cost: O(1) per row, and the words and blocks that cursors pass. Memory: 54 bytes per row of a
 * piece and its history, at most 5 W rows and hardly more than 2,500 for short windows.
 */
final class RankedSums extends SortedRows {

  /** From so many ranks on blocks are worth their sums. */
  private static final int LARGE = 1 << 13;

  final RankBitmap window = new RankBitmap();
  private final RankedRows ranked = new RankedRows();

  /** By rank, nothing at the lower sentinel. */
  private final WeightSums ofRanks = new WeightSums();

  private final WeightSums ofWords = new WeightSums();
  private final WeightSums ofBlocks = new WeightSums();
  private double[] values = new double[0];
  private int highest;
  private boolean large;
  private RankedSeeker[] cursors = new RankedSeeker[0];

  private int pieceStart;
  private int pieceEnd;

  RankedSums(RowWeights weights) {
    super(weights);
  }

  @Override
  boolean needsFuture() {
    return true;
  }

  @Override
  void clear() {
    pieceEnd = tail;
    total.clear();
  }

  @Override
  void add() {
    if (tail == pieceEnd) {
      startPiece();
    }
    enter(tail++);
  }

  private void startPiece() {
    int history = tail - head;
    pieceStart = head;
    pieceEnd = tail + Math.min(end - tail, RankedRows.newRows(history));
    ranked.rank(listValues, listRows, pieceStart, pieceEnd);
    values = ranked.values();
    highest = pieceEnd - pieceStart + 1;
    large = highest >= LARGE;
    ofRanks.resize(highest);
    ofWords.resize((highest >>> 5) + 1);
    ofBlocks.resize((highest >>> 10) + 1);
    sumAnew();
  }

  @Override
  void sumAnew() {
    window.reset(highest);
    forget();
    for (int element = head; element < tail; element++) {
      enter(element);
    }
  }

  private void enter(int element) {
    int rank = rank(element);
    int row = listRows[element];
    ofRanks.set(rank, weights.high(row), weights.low(row));
    window.set(rank);
    change(rank, high(rank), low(rank));
    for (RankedSeeker cursor : cursors) {
      cursor.rowEntered(rank);
    }
  }

  @Override
  void removeOldest() {
    int rank = rank(head++);
    window.clear(rank);
    if (head == tail) {
      forget();
      return;
    }
    change(rank, -high(rank), -low(rank));
    for (RankedSeeker cursor : cursors) {
      cursor.rowLeft(rank);
    }
  }

  private void change(int rank, double high, double low) {
    ofWords.add(rank >>> 5, high, low);
    if (large) {
      ofBlocks.add(rank >>> 10, high, low);
    }
    total.add(high, low);
  }

  /** Begins exactly with nothing, so that no rounding outlives an empty window. */
  private void forget() {
    ofWords.clear((highest >>> 5) + 1);
    ofBlocks.clear((highest >>> 10) + 1);
    total.clear();
    for (RankedSeeker cursor : cursors) {
      cursor.toStart();
    }
  }

  @Override
  WeightCursor newCursor() {
    RankedSeeker cursor = new RankedSeeker(this);
    cursors = Arrays.copyOf(cursors, cursors.length + 1);
    cursors[cursors.length - 1] = cursor;
    return cursor;
  }

  @Override
  WeightCursor newProbe() {
    return new RankedSeeker(this);
  }

  @Override
  RankSearch newRankSearch() {
    return new RankedRankSearch(this);
  }

  /** The upper sentinel of the ranks. */
  int highest() {
    return highest;
  }

  /** The rank of an element of the list that is in the window. */
  int rank(int element) {
    return ranked.ranks()[element - pieceStart];
  }

  /** Infinite at the sentinels. */
  @Override
  double value(int rank) {
    return values[rank];
  }

  @Override
  int row(int rank) {
    return listRows[pieceStart + ranked.positions()[rank - 1]];
  }

  @Override
  double high(int rank) {
    return ofRanks.high(rank);
  }

  @Override
  double low(int rank) {
    return ofRanks.low(rank);
  }

  /** The rows of a word as bits, without the sentinels. */
  int bits(int word) {
    int bits = window.bits(word);
    bits &= word == 0 ? -2 : -1;
    return word == highest >>> 5 ? bits & ~(1 << highest) : bits;
  }

  @Override
  double blockHigh(int word) {
    return ofWords.high(word);
  }

  @Override
  double blockLow(int word) {
    return ofWords.low(word);
  }

  /** Whether there are sums of blocks, of 1,024 ranks each. */
  boolean hasLargeBlocks() {
    return large;
  }

  double largeBlockHigh(int block) {
    return ofBlocks.high(block);
  }

  double largeBlockLow(int block) {
    return ofBlocks.low(block);
  }

  @Override
  double firstValue(int word) {
    return values[(word << 5) + Integer.numberOfTrailingZeros(bits(word))];
  }

  @Override
  double lastValue(int word) {
    return values[(word << 5) + 31 - Integer.numberOfLeadingZeros(bits(word))];
  }

  @Override
  void copyTo(double[] toValues, int[] toRows) {
    int to = 0;
    for (int rank = window.next(1); rank < highest; rank = window.next(rank + 1)) {
      toValues[to] = values[rank];
      toRows[to++] = row(rank);
    }
  }
}

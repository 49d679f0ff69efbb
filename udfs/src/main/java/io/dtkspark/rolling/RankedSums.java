package io.dtkspark.rolling;

import java.util.Arrays;

/**
 * {@link SortedRows} of a list that is known in advance: slots are ranks, fixed for a piece of the
 * list as in {@link RankedOrder}, and the window is a {@link RankBitmap}. A row that enters or
 * leaves changes one bit and the sums of its word (32 ranks) and its block (1,024 ranks).
 *
 * <p>Cost: O(1) per row, and the words and blocks that cursors pass. Memory: 53 bytes per row of a
 * piece and its history, at most 5 W rows and hardly more than 2,500 for short windows.
 */
final class RankedSums extends SortedRows {

  /** New rows per row of history: more would make the window's bits sparse, fewer sort more. */
  private static final int PIECE_PER_WINDOW = 4;

  private static final int MIN_PIECE = 2048;

  /** Longer pieces only where the window itself is longer: memory counts for more. */
  private static final int LONG_PIECE = 1 << 19;

  /** From so many ranks on blocks are worth their sums. */
  private static final int LARGE = 1 << 13;

  final RankBitmap window = new RankBitmap();
  private final RankedRows ranked = new RankedRows();

  /** Pairs: by rank, zero at the lower sentinel; by word; by block. */
  private double[] rankWeights = new double[0];

  private double[] wordWeights = new double[0];
  private double[] blockWeights = new double[0];

  private double[] values = new double[0];
  private int highest;
  private boolean large;
  private int size;
  private RankedCursor[] cursors = new RankedCursor[0];

  private double[] listValues = new double[0];
  private int[] listRows = new int[0];
  private int end;
  private int head;
  private int tail;
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
  void begin(double[] newValues, int[] newRows, int from, int to) {
    listValues = newValues;
    listRows = newRows;
    end = to;
    head = from;
    tail = from;
    pieceEnd = from;
    size = 0;
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
    int length = Math.max(history, Math.min(PIECE_PER_WINDOW * history, LONG_PIECE));
    pieceStart = head;
    pieceEnd = tail + Math.min(end - tail, Math.max(length, MIN_PIECE));
    ranked.rank(listValues, listRows, pieceStart, pieceEnd);
    values = ranked.values();
    highest = pieceEnd - pieceStart + 1;
    large = highest >= LARGE;
    if (rankWeights.length < 2 * highest) {
      rankWeights = new double[2 * ranked.values().length];
      wordWeights = new double[2 * (ranked.values().length / 32 + 1)];
      blockWeights = new double[2 * (ranked.values().length / 1024 + 1)];
    }
    sumAnew();
  }

  @Override
  void sumAnew() {
    window.reset(highest);
    Arrays.fill(wordWeights, 0, 2 * (highest >>> 5) + 2, 0.0);
    Arrays.fill(blockWeights, 0, 2 * (highest >>> 10) + 2, 0.0);
    total.clear();
    size = 0;
    for (RankedCursor cursor : cursors) {
      cursor.toStart();
    }
    for (int element = head; element < tail; element++) {
      enter(element);
    }
  }

  private void enter(int element) {
    int rank = ranked.ranks()[element - pieceStart];
    int row = listRows[element];
    double high = weights.high(row);
    double low = weights.low(row);
    rankWeights[2 * rank] = high;
    rankWeights[2 * rank + 1] = low;
    window.set(rank);
    addTo(wordWeights, rank >>> 5, high, low);
    if (large) {
      addTo(blockWeights, rank >>> 10, high, low);
    }
    total.add(high, low);
    size++;
    for (RankedCursor cursor : cursors) {
      cursor.rowEntered(rank, rankWeights);
    }
  }

  @Override
  void removeOldest() {
    int rank = ranked.ranks()[head - pieceStart];
    head++;
    size--;
    window.clear(rank);
    if (size == 0) {
      forget();
      return;
    }
    double high = rankWeights[2 * rank];
    double low = rankWeights[2 * rank + 1];
    addTo(wordWeights, rank >>> 5, -high, -low);
    if (large) {
      addTo(blockWeights, rank >>> 10, -high, -low);
    }
    total.add(-high, -low);
    for (RankedCursor cursor : cursors) {
      cursor.rowLeft(rank, rankWeights);
    }
  }

  /** Begins exactly with nothing, so that no rounding outlives an empty window. */
  private void forget() {
    Arrays.fill(wordWeights, 0, 2 * (highest >>> 5) + 2, 0.0);
    Arrays.fill(blockWeights, 0, 2 * (highest >>> 10) + 2, 0.0);
    total.clear();
    for (RankedCursor cursor : cursors) {
      cursor.toStart();
    }
  }

  /** The steps of {@link WeightSum#add}, on arrays. */
  private static void addTo(double[] sums, int index, double high, double low) {
    double before = sums[2 * index];
    double sum = before + high;
    double part = sum - before;
    sums[2 * index + 1] += ((before - (sum - part)) + (high - part)) + low;
    sums[2 * index] = sum;
  }

  @Override
  WeightCursor newCursor() {
    RankedCursor cursor = new RankedCursor(this);
    cursors = Arrays.copyOf(cursors, cursors.length + 1);
    cursors[cursors.length - 1] = cursor;
    return cursor;
  }

  @Override
  WeightCursor newProbe() {
    return new RankedCursor(this);
  }

  @Override
  RankSearch newRankSearch() {
    return new RankedRankSearch(this);
  }

  @Override
  int size() {
    return size;
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
  double least() {
    return values[window.next(1)];
  }

  @Override
  double greatest() {
    return values[window.previous(highest - 1)];
  }

  @Override
  double high(int rank) {
    return rankWeights[2 * rank];
  }

  @Override
  double low(int rank) {
    return rankWeights[2 * rank + 1];
  }

  /** The rows of a word as bits, without the sentinels. */
  int bits(int word) {
    int bits = window.bits(word);
    bits &= word == 0 ? -2 : -1;
    return word == highest >>> 5 ? bits & ~(1 << highest) : bits;
  }

  @Override
  double blockHigh(int word) {
    return wordWeights[2 * word];
  }

  @Override
  double blockLow(int word) {
    return wordWeights[2 * word + 1];
  }

  /** Whether there are sums of blocks, of 1,024 ranks each. */
  boolean hasLargeBlocks() {
    return large;
  }

  double largeBlockHigh(int block) {
    return blockWeights[2 * block];
  }

  double largeBlockLow(int block) {
    return blockWeights[2 * block + 1];
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

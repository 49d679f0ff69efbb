package io.dtkspark.rolling;

/**
 * The rows of a sliding window in ascending order of value, equal values from the oldest row to the
 * newest, with sums of their weights.
 *
 * <p>A row of the window is in a slot until another one enters or leaves. {@link WeightCursor}s are
 * positions between the rows; they find places fast because rows are summed by blocks too. Values
 * must not be NaN; infinities are ordinary, zeros of both signs are equal.
 */
abstract class SortedRows {

  final RowWeights weights;
  final WeightSum total = new WeightSum();

  /** The list; elements {@code head} to {@code tail - 1} are in the window. */
  double[] listValues = new double[0];

  int[] listRows = new int[0];
  int head;
  int tail;
  int end;

  SortedRows(RowWeights weights) {
    this.weights = weights;
  }

  /** Whether values of rows that have not entered yet are read. */
  boolean needsFuture() {
    return false;
  }

  /** Starts over with an empty window before the element {@code from} of a list. */
  final void begin(double[] newValues, int[] newRows, int from, int to) {
    listValues = newValues;
    listRows = newRows;
    head = from;
    tail = from;
    end = to;
    clear();
  }

  /** Empties the window. */
  abstract void clear();

  /** The next row of the list, which can be weighed, enters. */
  abstract void add();

  /** The oldest row of the window leaves. */
  abstract void removeOldest();

  /** Takes all sums anew, after the base of the weights has moved. */
  abstract void sumAnew();

  /** A cursor that follows all changes. */
  abstract WeightCursor newCursor();

  /** A cursor that has to be set again after a change. */
  abstract WeightCursor newProbe();

  /** Counts rows of the window. */
  abstract RankSearch newRankSearch();

  final int size() {
    return tail - head;
  }

  abstract double value(int slot);

  abstract int row(int slot);

  /** The weight of the row in a slot, see {@link RowWeights}. */
  double high(int slot) {
    return weights.high(row(slot));
  }

  /** The rest of {@link #high}. */
  double low(int slot) {
    return weights.low(row(slot));
  }

  abstract double blockHigh(int block);

  abstract double blockLow(int block);

  /** The least value of a block. */
  abstract double firstValue(int block);

  /** The greatest value of a block. */
  abstract double lastValue(int block);

  /** Copies the rows in order. */
  abstract void copyTo(double[] toValues, int[] toRows);
}

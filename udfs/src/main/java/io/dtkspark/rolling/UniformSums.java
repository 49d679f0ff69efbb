package io.dtkspark.rolling;

/** Sums with equal weights. */
final class UniformSums extends CutSums {

  /** Pivot, sum and squares of each suffix of the older part, shortest first. */
  private static final int ENTRY = 3;

  private double[] older = new double[0];
  private double pivot;
  private double first;
  private double second;
  private int count;

  @Override
  void start(int head, int cut) {
    int size = cut - head;
    if (older.length < ENTRY * size) {
      older = new double[2 * ENTRY * size];
    }
    clear();
    while (count < size) {
      int stop = Math.min(size, count + BLOCK);
      movePivot(value(cut - 1 - count));
      storeBlock(cut, stop);
    }
    clear();
  }

  private void storeBlock(int cut, int stop) {
    double sum = first;
    double squares = second;
    for (int k = count; k < stop; k++) {
      double distance = value(cut - 1 - k) - pivot;
      sum += distance;
      squares += distance * distance;
      older[ENTRY * k] = pivot;
      older[ENTRY * k + 1] = sum;
      older[ENTRY * k + 2] = squares;
    }
    first = sum;
    second = squares;
    count = stop;
  }

  @Override
  void extend(int from, int to) {
    int i = from;
    while (i < to) {
      if (count % BLOCK == 0) {
        movePivot(value(i));
      }
      int stop = Math.min(to, i + BLOCK - count % BLOCK);
      addBlock(i, stop);
      i = stop;
    }
  }

  private void addBlock(int from, int to) {
    double sum = first;
    double squares = second;
    for (int i = from; i < to; i++) {
      double distance = value(i) - pivot;
      sum += distance;
      squares += distance * distance;
    }
    first = sum;
    second = squares;
    count += to - from;
  }

  private void clear() {
    count = 0;
    pivot = 0;
    first = 0;
    second = 0;
  }

  private void movePivot(double value) {
    double target = count == 0 ? value : pivot + first / count;
    double step = target - pivot;
    second -= step * (2 * first - count * step);
    first -= count * step;
    pivot = target;
  }

  @Override
  void total(int head, int row, MomentTotal out) {
    out.set(count, count, pivot, first, second);
    joinOlder(head, 1.0, out);
  }

  /** Adds the rows to a total in which each of them weighs {@code unit}. */
  void join(int head, double unit, MomentTotal out) {
    out.join(count, count, pivot, first, second, unit);
    joinOlder(head, unit, out);
  }

  private void joinOlder(int head, double unit, MomentTotal out) {
    int size = cut() - head;
    if (size > 0) {
      int entry = ENTRY * (size - 1);
      out.join(size, size, older[entry], older[entry + 1], older[entry + 2], unit);
    }
  }
}

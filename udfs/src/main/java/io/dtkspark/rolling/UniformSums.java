package io.dtkspark.rolling;

/** Sums with equal weights. */
final class UniformSums extends CutSums {

  private double[] olderPivots = new double[0];
  private double[] olderFirst = new double[0];
  private double[] olderSecond = new double[0];
  private double pivot;
  private double first;
  private double second;
  private int count;

  /** Rows that may be added before the pivot moves. */
  private int room;

  @Override
  void start(int head, int cut) {
    int size = cut - head;
    if (olderPivots.length < size) {
      olderPivots = new double[2 * size];
      olderFirst = new double[2 * size];
      olderSecond = new double[2 * size];
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
    double w1 = first;
    double w2 = second;
    for (int k = count; k < stop; k++) {
      double distance = value(cut - 1 - k) - pivot;
      w1 += distance;
      w2 += distance * distance;
      olderPivots[k] = pivot;
      olderFirst[k] = w1;
      olderSecond[k] = w2;
    }
    first = w1;
    second = w2;
    count = stop;
  }

  @Override
  void extend(int from, int to) {
    int i = from;
    while (i < to) {
      if (room == 0) {
        movePivot(value(i));
        room = BLOCK;
      }
      int stop = Math.min(to, i + room);
      addBlock(i, stop);
      i = stop;
    }
  }

  private void addBlock(int from, int to) {
    double w1 = first;
    double w2 = second;
    for (int i = from; i < to; i++) {
      double distance = value(i) - pivot;
      w1 += distance;
      w2 += distance * distance;
    }
    first = w1;
    second = w2;
    count += to - from;
    room -= to - from;
  }

  private void clear() {
    room = 0;
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
      int k = size - 1;
      out.join(size, size, olderPivots[k], olderFirst[k], olderSecond[k], unit);
    }
  }
}

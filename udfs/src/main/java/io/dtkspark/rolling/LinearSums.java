package io.dtkspark.rolling;

/**
 * Sums with weights that fall linearly with age.
 *
 * <p>A weight is {@code base + rise}: what the oldest row of a part weighs, and how many rows later
 * the row in hand came. The base shrinks as the window slides on, the rises stay. So the moments of
 * two sets are kept, rows with weight 1 and rows with weight rise, and the part is {@code base}
 * times the first plus the second. In the older part each further row raises all others, which adds
 * multiples of the first set to the second; everything stays a sum of positive terms.
 *
 * <p>Names of sums: n for weight 1 or u for weight rise, and the power of the distance from the
 * pivot; uu is the sum of rise^2.
 */
final class LinearSums extends CutSums {

  /** Rows that weigh more than this, with the first row of a block as 1, begin another block. */
  private static final int MAX_GROWTH = 64;

  private final int windowSize;
  private double[] olderPivots = new double[0];
  private double[] olderN1 = new double[0];
  private double[] olderN2 = new double[0];
  private double[] olderU0 = new double[0];
  private double[] olderUu = new double[0];
  private double[] olderU1 = new double[0];
  private double[] olderU2 = new double[0];
  private int room;
  private int blockEnd;
  private double pivot;
  private int n0;
  private double n1;
  private double n2;
  private double u0;
  private double uu;
  private double u1;
  private double u2;

  LinearSums(int windowSize) {
    this.windowSize = windowSize;
  }

  @Override
  void start(int head, int cut) {
    int size = cut - head;
    if (olderPivots.length < size) {
      grow(2 * size);
    }
    clear();
    while (n0 < size) {
      movePivot(n0 == 0 ? value(cut - 1) : mean());
      storeBlock(cut, Math.min(size, n0 + BLOCK));
    }
    clear();
    blockEnd = row(cut);
  }

  private void grow(int capacity) {
    olderPivots = new double[capacity];
    olderN1 = new double[capacity];
    olderN2 = new double[capacity];
    olderU0 = new double[capacity];
    olderUu = new double[capacity];
    olderU1 = new double[capacity];
    olderU2 = new double[capacity];
  }

  private void storeBlock(int cut, int stop) {
    double s1 = n1;
    double s2 = n2;
    double t0 = u0;
    double tt = uu;
    double t1 = u1;
    double t2 = u2;
    for (int k = n0; k < stop; k++) {
      int i = cut - 1 - k;
      double by = k == 0 ? 0.0 : row(i + 1) - row(i);
      double distance = value(i) - pivot;
      tt += by * (2 * t0 + by * k);
      t0 += by * k;
      t1 += by * s1;
      t2 += by * s2;
      s1 += distance;
      s2 += distance * distance;
      olderPivots[k] = pivot;
      olderN1[k] = s1;
      olderN2[k] = s2;
      olderU0[k] = t0;
      olderUu[k] = tt;
      olderU1[k] = t1;
      olderU2[k] = t2;
    }
    set(stop, s1, s2, t0, tt, t1, t2);
  }

  @Override
  void extend(int from, int to) {
    int i = from;
    while (i < to) {
      if (room == 0 || row(i) > blockEnd) {
        startBlock(i, row(i) - row(cut()));
      }
      i = addBlock(i, Math.min(to, i + room));
    }
  }

  /** Adds rows up to the end of the block and returns the first one beyond. */
  private int addBlock(int from, int to) {
    int cutRow = row(cut());
    double s1 = n1;
    double s2 = n2;
    double t0 = u0;
    double tt = uu;
    double t1 = u1;
    double t2 = u2;
    int i = from;
    for (; i < to && row(i) <= blockEnd; i++) {
      double rise = row(i) - cutRow;
      double distance = value(i) - pivot;
      double square = distance * distance;
      s1 += distance;
      s2 += square;
      t0 += rise;
      tt += rise * rise;
      t1 += rise * distance;
      t2 += rise * square;
    }
    room -= i - from;
    set(n0 + (i - from), s1, s2, t0, tt, t1, t2);
    return i;
  }

  private void set(int n, double s1, double s2, double t0, double tt, double t1, double t2) {
    n0 = n;
    n1 = s1;
    n2 = s2;
    u0 = t0;
    uu = tt;
    u1 = t1;
    u2 = t2;
  }

  private void startBlock(int i, double rise) {
    movePivot(n0 + u0 < 1 + rise ? value(i) : mean());
    room = BLOCK;
    blockEnd = row(i) + (int) Math.min(windowSize, (MAX_GROWTH - 1) * (1 + rise));
  }

  private void clear() {
    room = 0;
    pivot = 0;
    set(0, 0, 0, 0, 0, 0, 0);
  }

  private double mean() {
    return pivot + (n1 + u1) / (n0 + u0);
  }

  private void movePivot(double target) {
    double step = target - pivot;
    n2 -= step * (2 * n1 - n0 * step);
    n1 -= n0 * step;
    u2 -= step * (2 * u1 - u0 * step);
    u1 -= u0 * step;
    pivot = target;
  }

  @Override
  void total(int head, int row, MomentTotal out) {
    double base = windowSize + 1.0 - (row - row(cut()));
    out.set(
        base * n0 + u0, base * (base * n0 + 2 * u0) + uu, pivot, base * n1 + u1, base * n2 + u2);
    int size = cut() - head;
    if (size > 0) {
      joinOlder(size, windowSize + 1.0 - (row - row(head)), out);
    }
  }

  private void joinOlder(int size, double base, MomentTotal out) {
    int k = size - 1;
    out.join(
        base * size + olderU0[k],
        base * (base * size + 2 * olderU0[k]) + olderUu[k],
        olderPivots[k],
        base * olderN1[k] + olderU1[k],
        base * olderN2[k] + olderU2[k],
        1.0);
  }
}

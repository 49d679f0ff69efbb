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
 * <p>Names of sums: a letter for the weight (n = 1, u = rise) and the power of the distance from
 * the pivot.
 */
final class LinearSums extends CutSums {

  /** Pivot, u0, uu, n1, n2, u1, u2 of each suffix of the older part, shortest first. */
  private static final int ENTRY = 7;

  /** Rows that weigh more than this, with the first row of a block as 1, begin another block. */
  private static final int MAX_GROWTH = 64;

  private final int windowSize;
  private double[] older = new double[0];
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
    if (older.length < ENTRY * size) {
      older = new double[2 * ENTRY * size];
    }
    clear();
    while (n0 < size) {
      movePivot(n0 == 0 ? value(cut - 1) : mean());
      storeBlock(cut, Math.min(size, n0 + BLOCK));
    }
    clear();
    blockEnd = row(cut);
  }

  private void storeBlock(int cut, int stop) {
    for (int k = n0; k < stop; k++) {
      int i = cut - 1 - k;
      if (k > 0) {
        raise(row(i + 1) - row(i));
      }
      double distance = value(i) - pivot;
      n0++;
      n1 += distance;
      n2 += distance * distance;
      int entry = ENTRY * k;
      older[entry] = pivot;
      older[entry + 1] = u0;
      older[entry + 2] = uu;
      older[entry + 3] = n1;
      older[entry + 4] = n2;
      older[entry + 5] = u1;
      older[entry + 6] = u2;
    }
  }

  private void raise(double by) {
    uu += by * (2 * u0 + by * n0);
    u0 += by * n0;
    u1 += by * n1;
    u2 += by * n2;
  }

  @Override
  void extend(int from, int to) {
    int cutRow = row(cut());
    for (int i = from; i < to; i++) {
      int rise = row(i) - cutRow;
      if (n0 % BLOCK == 0 || row(i) > blockEnd) {
        startBlock(i, rise);
      }
      double distance = value(i) - pivot;
      double square = distance * distance;
      n0++;
      n1 += distance;
      n2 += square;
      u0 += rise;
      uu += (double) rise * rise;
      u1 += rise * distance;
      u2 += rise * square;
    }
  }

  private void startBlock(int i, double rise) {
    movePivot(n0 + u0 < 1 + rise ? value(i) : mean());
    blockEnd = row(i) + (int) Math.min(windowSize, (MAX_GROWTH - 1) * (1 + rise));
  }

  private void clear() {
    pivot = 0;
    n0 = 0;
    n1 = 0;
    n2 = 0;
    u0 = 0;
    uu = 0;
    u1 = 0;
    u2 = 0;
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
        base * n0 + u0,
        base * (base * n0 + 2 * u0) + uu,
        pivot,
        base * n1 + u1,
        base * n2 + u2);
    int size = cut() - head;
    if (size > 0) {
      joinOlder(size, windowSize + 1.0 - (row - row(head)), out);
    }
  }

  private void joinOlder(int size, double base, MomentTotal out) {
    int entry = ENTRY * (size - 1);
    double rises = older[entry + 1];
    out.join(
        base * size + rises,
        base * (base * size + 2 * rises) + older[entry + 2],
        older[entry],
        base * older[entry + 3] + older[entry + 5],
        base * older[entry + 4] + older[entry + 6],
        1.0);
  }
}

package io.dtkspark.rolling;

/**
 * The least and the greatest finite value of a sliding window; NaN and infinities are passed over.
 *
 * <p>Of two rows the older one can no longer be the least when the newer one is less, so ascending
 * rows with ascending values remain, and the front is the answer; likewise for the greatest. Cost:
 * O(1) per row, amortised. Memory: 8 bytes per row.
 */
public final class SlidingRange {

  private final Front least = new Front(1.0);
  private final Front greatest = new Front(-1.0);
  private double[] values = new double[0];
  private int next;

  /**
   * Starts over.
   *
   * @param values by row number; {@code values[r]} is final when a window holds row {@code r}
   * @param from the first row that a window may hold
   * @param to the row after the last one
   */
  public void begin(double[] values, int from, int to) {
    this.values = values;
    next = from;
    least.begin(to - from);
    greatest.begin(to - from);
  }

  /**
   * Moves the window to rows {@code from} to {@code to - 1}. Neither number may be less than in the
   * call before.
   *
   * @return whether there is a finite value
   */
  public boolean over(int from, int to) {
    for (next = Math.max(next, from); next < to; next++) {
      if (Math.abs(values[next]) <= Double.MAX_VALUE) {
        least.add(values, next);
        greatest.add(values, next);
      }
    }
    least.dropBefore(from);
    return greatest.dropBefore(from);
  }

  public double least() {
    return values[least.row()];
  }

  public double greatest() {
    return values[greatest.row()];
  }

  /** Rows in ascending order whose values, times {@code sign}, ascend too. */
  private static final class Front {

    private final double sign;
    private int[] rows = new int[0];
    private int head;
    private int tail;

    Front(double sign) {
      this.sign = sign;
    }

    void begin(int capacity) {
      if (rows.length < capacity) {
        rows = new int[capacity + capacity / 2];
      }
      head = 0;
      tail = 0;
    }

    void add(double[] values, int row) {
      while (tail > head && sign * values[rows[tail - 1]] >= sign * values[row]) {
        tail--;
      }
      rows[tail++] = row;
    }

    boolean dropBefore(int from) {
      while (head < tail && rows[head] < from) {
        head++;
      }
      return head < tail;
    }

    int row() {
      return rows[head];
    }
  }
}

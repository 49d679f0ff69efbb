package io.dtkspark.rolling;

/**
 * Moments of the two parts of a {@link CutWindow}, brought up to date when they are asked for.
 *
 * <p>The older part is stored: for each of its rows the sums from the cut back to that row, so that
 * the oldest row leaves by looking at the next entry. The newer part is one running set of sums.
 * Both are built anew when the cut has moved, which is about twice per turnover of the window.
 * Nothing is ever subtracted, so an extreme value leaves no residue behind.
 *
 * <p>Sums are taken about a pivot that follows the mean: every {@value #BLOCK} rows they are
 * expressed about the mean so far. Values far from their spread (1e9 +- 1) and windows with
 * outliers keep their digits that way, and a row costs two additions and a multiplication or two.
 * Where weights grow with time a value that outweighs all before it becomes the pivot instead.
 *
 * <p>Moments are not a number while the window holds an infinity, and no longer: the sums of either
 * part hold no row outside of it.
 */
abstract class CutSums {

  static final int BLOCK = 64;

  private double[] values = new double[0];
  private int[] rows = new int[0];
  private int cut = -1;
  private int end;

  /** Forgets everything; windows over another list follow. */
  final void begin(double[] newValues, int[] newRows) {
    values = newValues;
    rows = newRows;
    cut = -1;
  }

  /** Brings the sums up to date with a window that is not empty. */
  final void follow(CutWindow window) {
    if (cut != window.cut()) {
      cut = window.cut();
      end = cut;
      start(window.head(), cut);
    }
    if (end < window.tail()) {
      extend(end, window.tail());
      end = window.tail();
    }
  }

  /** Stores the sums of the older part, elements {@code head} to {@code cut - 1} of the list. */
  abstract void start(int head, int cut);

  /** Adds elements {@code from} to {@code to - 1} to the newer part. */
  abstract void extend(int from, int to);

  /**
   * Writes the moments of the window that was followed last.
   *
   * @param head where the window begins in the list
   * @param row where ages count from
   */
  abstract void total(int head, int row, MomentTotal out);

  final int row(int i) {
    return rows[i];
  }

  final double value(int i) {
    return values[rows[i]];
  }

  final int cut() {
    return cut;
  }

  final int end() {
    return end;
  }
}

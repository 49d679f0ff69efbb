package io.dtkspark.rolling;

import io.dtkspark.stats.ProductSums;
import io.dtkspark.stats.SplitVector;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link ProductSums} of the complete rows of a sliding window: of the vectors {@code (1, x[t - L]
 * - r, ..., x[t] - r)}, where the reference r is a value of the window.
 *
 * <p>A window is cut in two at its complete row of highest {@linkplain LaggedRows#priority
 * priority}. The sums of the newer part grow with the window. The sums of the older part are made
 * from the cut backwards, for every beginning that the window will have before the cut changes:
 *
 * <pre>
 *        from                    cut            to
 *   ......|#######|###############|##############|......
 *         | block |     kept      |    newer     |
 * </pre>
 *
 * <p>Only every {@code stride}-th of them is kept; those between two kept ones are made again when
 * the window begins there. So nothing is ever subtracted, and since the cut and the order of
 * additions follow from the rows of the window alone, so does every bit of the result.
 *
 * <p>Priorities are random, so a cut lasts half a window on average, and a row is added about four
 * times in all. Cost of a step: O(L^2), amortised. Memory: O(sqrt(window) * L^2).
 */
public final class RollingLagProducts {

  private final LaggedRows rows;
  private final int stride;
  private final SplitVector vector;
  private final ProductSums newer;
  private final ProductSums total;

  /** Element b: sums of the {@code b * stride} rows before the cut. */
  private final List<ProductSums> kept = new ArrayList<>();

  /** Element i: sums of the {@code loaded * stride + i} rows before the cut. */
  private final List<ProductSums> block = new ArrayList<>();

  private int loaded;
  private int cut;
  private int end;

  /**
   * @param windowSize greatest number of rows in the window
   */
  public RollingLagProducts(LaggedRows rows, int windowSize) {
    this.rows = rows;
    stride = Math.max((int) Math.sqrt(windowSize), 1);
    int size = rows.lags() + 2;
    vector = new SplitVector(size);
    vector.set(0, 1.0);
    newer = new ProductSums(size);
    total = new ProductSums(size);
  }

  /** Starts over, after {@link LaggedRows#begin}. */
  public void begin() {
    cut = -1;
  }

  /** The value that was subtracted from all values. */
  public double reference() {
    return rows.values()[cut];
  }

  /**
   * The sums of rows {@code from} to {@code to - 1}; one of them is complete, all have been added.
   * Neither number may be less than in the call before.
   */
  public ProductSums over(int from, int to) {
    int highest = highest(from, to);
    if (highest != cut) {
      cutAt(highest, from);
    }
    for (; end < to; end++) {
      add(newer, newer, end);
    }
    total.setSum(older(from), newer);
    return total;
  }

  /** Of equal priorities the oldest counts. */
  private int highest(int from, int to) {
    int best = cut < from ? -1 : cut;
    for (int row = best < 0 ? from : end; row < to; row++) {
      if (rows.isComplete(row) && (best < 0 || rows.priority(row) > rows.priority(best))) {
        best = row;
      }
    }
    return best;
  }

  private void cutAt(int row, int from) {
    cut = row;
    end = row;
    newer.clear();
    total.clear();
    for (int age = 0; age <= cut - from; age++) {
      if (age > 0) {
        add(total, total, cut - age);
      }
      if (age % stride == 0) {
        at(kept, age / stride).set(total);
      }
    }
    loaded = -1;
  }

  private ProductSums older(int from) {
    int b = (cut - from) / stride;
    if (b != loaded) {
      loaded = b;
      int newest = cut - b * stride;
      at(block, 0).set(kept.get(b));
      for (int row = newest - 1; row >= from; row--) {
        add(at(block, newest - row), block.get(newest - row - 1), row);
      }
    }
    return block.get(cut - from - b * stride);
  }

  private ProductSums at(List<ProductSums> list, int k) {
    if (k == list.size()) {
      list.add(new ProductSums(rows.lags() + 2));
    }
    return list.get(k);
  }

  private void add(ProductSums target, ProductSums base, int row) {
    if (rows.isComplete(row)) {
      rows.gather(row, reference(), vector);
      target.setSum(base, vector);
    } else if (target != base) {
      target.set(base);
    }
  }
}

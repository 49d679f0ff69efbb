package io.dtkspark.detector;

import io.dtkspark.rolling.LaggedRows;
import io.dtkspark.rolling.SlidingRange;

/**
 * A linear model of a value from the {@code lags} values before it, fitted anew to each window.
 *
 * <p>Values are centred and scaled by the mean and standard deviation of the fitted rows, then the
 * normal equations are solved with a ridge of 1e-8 of their mean diagonal. Only complete rows take
 * part: those whose own value and lags are all finite. The cost of a fit does not depend on the
 * window, except where {@link SummedLagFit} runs out of digits and the window is not constant.
 *
 * <p>The original sums with BLAS in an order of its own, so numbers agree to about 1e-9 of the
 * scale of the data, not to the bit; to about 1e-7 when there are hardly more rows than
 * coefficients. They depend on the window alone: how it is fitted follows from its size and values.
 */
final class AutoregModel {

  private final LaggedRows rows;
  private final int shortWindow;
  private final DirectLagFit direct;
  private final SummedLagFit summed;
  private final SlidingRange range = new SlidingRange();
  private final LagEquation varying;
  private final LagEquation constant;
  private LagEquation fitted;
  private double constantValue;
  private int constantCount;
  private boolean constantIsGapless;

  AutoregModel(int lags, int windowSize) {
    this(lags, windowSize, shortWindow(lags));
  }

  /**
   * @param shortWindow up to how many rows a window is passed over anew for each fit
   */
  AutoregModel(int lags, int windowSize, int shortWindow) {
    rows = new LaggedRows(lags);
    this.shortWindow = shortWindow;
    varying = new LagEquation(lags);
    constant = new LagEquation(lags);
    direct = new DirectLagFit(rows);
    summed = new SummedLagFit(rows, windowSize);
  }

  /** Where both ways are equally fast, measured with 1 to 24 lags. */
  private static int shortWindow(int lags) {
    return 40 + 3 * lags;
  }

  /** Starts over; arguments as in {@link LaggedRows#begin}. */
  void begin(double[] values, long[] epochMillis, int from, int to) {
    rows.begin(values, epochMillis, from, to);
    range.begin(values, from, to);
    summed.begin();
  }

  LaggedRows rows() {
    return rows;
  }

  /**
   * Fits the {@code count} complete rows from {@code from} to {@code to - 1}. Neither number may be
   * less than in the call before, and {@code from} has {@code lags} rows before it.
   */
  void fit(int from, int to, int count) {
    fitted = varying;
    if (to - from <= shortWindow) {
      direct.fit(from, to, count, varying);
    } else if (!summed.fit(from, to, count, varying)) {
      if (isConstant(from, to)) {
        fitConstant(from, to, count);
      } else {
        direct.fit(from, to, count, varying);
      }
    }
  }

  /**
   * Windows of one value follow upon each other and mostly have as many rows. Without a gap they
   * are fitted like any other, once, because the original's rounding noise shows in sigma.
   */
  private void fitConstant(int from, int to, int count) {
    double value = range.least();
    boolean gapless = count == to - from;
    if (count != constantCount || value != constantValue || gapless != constantIsGapless) {
      if (gapless) {
        direct.fit(from, to, count, constant);
      } else {
        direct.fitConstant(value, count, constant);
      }
      constantValue = value;
      constantCount = count;
      constantIsGapless = gapless;
    }
    fitted = constant;
  }

  private boolean isConstant(int from, int to) {
    return range.over(from - rows.lags(), to) && range.least() == range.greatest();
  }

  /** The value expected at {@code row} from the values before it. */
  double predict(int row) {
    return fitted.predict(rows.values(), row);
  }

  /** Standard deviation of the residuals, with one degree of freedom less per coefficient. */
  double sigma() {
    return fitted.sigma();
  }
}

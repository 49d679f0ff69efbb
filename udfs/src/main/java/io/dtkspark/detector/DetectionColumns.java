package io.dtkspark.detector;

import java.util.Arrays;

/**
 * Verdicts of one scoring call, one array per property, reused from call to call.
 *
 * <p>Index 0 is the first scored row. Fields that a row's verdict does not use are unspecified,
 * except the bounds: they are NaN (no bound) unless the row was scored. Memory is about {@code 60 +
 * 16 * statistics + components * (4 + 8 * statistics)} bytes per row.
 */
public final class DetectionColumns {

  /** The processed value is NaN. */
  public static final byte MISSING_DATA = 0;

  /** Autoreg only: a value among the lags is missing or infinite. */
  public static final byte MISSING_LAGS = 1;

  /** Fewer valid rows than {@code min_samples}; {@link #windowSize} tells how many. */
  public static final byte INSUFFICIENT_DATA = 2;

  /** Scored and inside the interval. */
  public static final byte NORMAL = 3;

  /** Anomaly above the upper bound. */
  public static final byte ABOVE = 4;

  /** Anomaly below the lower bound. */
  public static final byte BELOW = 5;

  /** One of the constants above. */
  public byte[] verdict = new byte[0];

  /** The value the detector looked at, after smoothing and input type; NaN when missing. */
  public double[] processed = new double[0];

  /** The smoothed value; set by detectors with smoothing only. */
  public double[] smoothed = new double[0];

  public double[] lower = new double[0];
  public double[] upper = new double[0];

  /** Valid rows in the window (autoreg: rows fitted). */
  public int[] windowSize = new int[0];

  /** {@code [statistic][row]}, in the order of {@link DetectorSpec#statistics()}. */
  public double[][] global = new double[0][];

  /** {@code [statistic][row]}, after the seasonality multipliers. */
  public double[][] adjusted = new double[0][];

  /** Kish effective sample size, unrounded; weighted detectors only. */
  public double[] effectiveSamples = new double[0];

  /** Trend per row; detrending detectors only. */
  public double[] slope = new double[0];

  /** Clamped rows inside the window; clamping detectors only. */
  public int[] clampedInWindow = new int[0];

  /** {@code [component][row]}: valid rows of the window that share the row's key. */
  public int[][] groupSize = new int[0][];

  /** {@code [component][statistic][row]}; 1.0 when the group is too small. */
  public double[][][] multiplier = new double[0][][];

  /** How far outside the bound; anomalies only. */
  public double[] distance = new double[0];

  /** Distance in units of the spread, infinite for a spread of 0; anomalies only. */
  public double[] severity = new double[0];

  private int size;

  /** Rows of the last reset. */
  public int size() {
    return size;
  }

  /**
   * Makes room for {@code rows} verdicts of a detector with {@code statistics} statistics and
   * {@code components} seasonality components. Arrays grow, never shrink.
   */
  public void reset(int rows, int statistics, int components) {
    size = rows;
    if (verdict.length < rows) {
      int capacity = Math.max(rows, verdict.length + (verdict.length >> 1));
      verdict = new byte[capacity];
      processed = new double[capacity];
      smoothed = new double[capacity];
      lower = new double[capacity];
      upper = new double[capacity];
      windowSize = new int[capacity];
      effectiveSamples = new double[capacity];
      slope = new double[capacity];
      clampedInWindow = new int[capacity];
      distance = new double[capacity];
      severity = new double[capacity];
      global = new double[0][];
      adjusted = new double[0][];
      groupSize = new int[0][];
      multiplier = new double[0][][];
    }
    int capacity = verdict.length;
    if (global.length != statistics) {
      global = new double[statistics][capacity];
      adjusted = new double[statistics][capacity];
      multiplier = new double[0][][];
    }
    if (multiplier.length != components) {
      groupSize = new int[components][capacity];
      multiplier = new double[components][statistics][capacity];
    }
    Arrays.fill(lower, 0, rows, Double.NaN);
    Arrays.fill(upper, 0, rows, Double.NaN);
  }
}

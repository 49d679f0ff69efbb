package io.dtkspark.detector;

/**
 * Multiplies the statistics of the window by what the row's seasonality group has of them: group
 * median over window median, and so on, component after component.
 */
final class SeasonalAdjustment {

  private SeasonalAdjustment() {}

  /** Records a group that is too small to adjust anything. */
  static void skip(DetectionColumns out, int component, int i) {
    for (double[] multipliers : out.multiplier[component]) {
      multipliers[i] = 1.0;
    }
  }

  /** Adjusts the statistics of the row at index {@code i} and records the multipliers. */
  static void apply(double[] ofGroup, DetectionColumns out, int component, int i) {
    int spread = out.global.length - 1;
    for (int s = 0; s <= spread; s++) {
      double multiplier = ratio(ofGroup[s], out.global[s][i], s == spread);
      out.adjusted[s][i] *= multiplier;
      out.multiplier[component][s][i] = multiplier;
    }
  }

  /** 1 where the window has no spread or a centre of 0; a NaN centre is not 0. */
  private static double ratio(double group, double global, boolean spread) {
    boolean divisible = spread ? global > 0 : global != 0;
    return divisible ? group / global : 1.0;
  }
}

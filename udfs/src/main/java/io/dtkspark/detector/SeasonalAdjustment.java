package io.dtkspark.detector;

import io.dtkspark.detector.WindowedSpec.Statistic;

/**
 * Multiplies the statistics of the window by what the row's seasonality groups have of them: group
 * median over window median, and so on, component after component.
 */
final class SeasonalAdjustment {

  private final WindowStatistics statistics;
  private final int minSamples;
  private final double[] ofGroup;

  SeasonalAdjustment(Statistic statistic, WindowStatistics statistics, int minSamples) {
    this.statistics = statistics;
    this.minSamples = minSamples;
    this.ofGroup = new double[statistic.names().size()];
  }

  /**
   * Adjusts the statistics of one row and records group sizes and multipliers at index {@code i}.
   *
   * @param global statistics of the whole window
   * @param adjusted the same on entry, adjusted on return
   */
  void apply(
      int row, double slope, double[] global, double[] adjusted, DetectionColumns out, int i) {
    for (int c = 0; c < out.groupSize.length; c++) {
      int size = statistics.ofGroup(c, row, slope, minSamples, ofGroup);
      out.groupSize[c][i] = size;
      for (int s = 0; s < global.length; s++) {
        boolean spread = s == global.length - 1;
        double multiplier = size < minSamples ? 1.0 : ratio(ofGroup[s], global[s], spread);
        adjusted[s] *= multiplier;
        out.multiplier[c][s][i] = multiplier;
      }
    }
  }

  /** 1 where the window has no spread or a centre of 0; a NaN centre is not 0. */
  private static double ratio(double group, double global, boolean spread) {
    boolean divisible = spread ? global > 0 : global != 0;
    return divisible ? group / global : 1.0;
  }
}

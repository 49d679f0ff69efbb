package io.dtkspark.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WeightedQuantileTest {

  @Test
  void quantileLiesBetweenTheMidpointsOfTheWeights() {
    double[] values = {1, 2, 4};
    double[] weights = {1, 2, 1};
    assertEquals(2, median(values, weights));
    assertEquals(1.5, WeightedQuantile.of(values, weights, 3, 4, 0.3125));
    assertEquals(1, WeightedQuantile.of(values, weights, 3, 4, 0.1));
    assertEquals(4, WeightedQuantile.of(values, weights, 3, 4, 0.9));
  }

  @Test
  void equalWeightsGiveTheUsualMedian() {
    assertEquals(2.5, median(new double[] {1, 2, 3, 9}, new double[] {5, 5, 5, 5}));
    assertEquals(3, median(new double[] {1, 3, 9}, new double[] {5, 5, 5}));
  }

  @Test
  void tinyWeightsRemainNodesOfTheInterpolation() {
    double tiny = 1e-300;
    double[] values = {1, 5, 9};
    assertEquals(5, median(values, new double[] {1, tiny, 1}));
    assertEquals(3, median(values, new double[] {1, 1, tiny}));
  }

  @Test
  void infiniteNeighboursAreInterpolatedAsNumpyDoes() {
    double inf = Double.POSITIVE_INFINITY;
    double[] equal = {1, 1};
    assertEquals(inf, median(new double[] {inf, inf}, equal));
    assertEquals(inf, median(new double[] {3, inf}, equal));
    assertEquals(Double.NaN, median(new double[] {-inf, inf}, equal));
    assertEquals(-inf, median(new double[] {-inf, 3}, equal));
    assertEquals(Double.NaN, median(new double[] {3, Double.NaN}, equal));
  }

  private static double median(double[] values, double[] weights) {
    int n = values.length;
    return WeightedQuantile.of(values, weights, n, PairwiseSum.sum(weights, 0, n), 0.5);
  }
}

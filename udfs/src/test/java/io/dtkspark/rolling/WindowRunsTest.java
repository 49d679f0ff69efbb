package io.dtkspark.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowRunsTest {

  private static final int WINDOW = 2000;
  private static final int LENGTH = 12_000;

  private final WeightTable table = new WeightTable(WindowWeights.UNIFORM, WINDOW);
  private final RowWeights weights = new RowWeights(table);
  private final Projection projection = new Projection();
  private final WindowRuns runs = new WindowRuns(projection, weights);
  private final FoundRows found = new FoundRows(projection, weights);

  @Test
  void aSteadySlopeIsSearchedInFewRuns() {
    assertTrue(IntStream.of(countsOfRuns(0)).allMatch(count -> count > 0 && count < 40));
  }

  @Test
  void aSlopeThatJumpsIsStillSearchedInRuns() {
    int[] counts = countsOfRuns(0.01);
    assertTrue(IntStream.of(counts).filter(count -> count > 0).count() > counts.length / 2);
  }

  /** Slides over a list and counts the runs of each window, once windows are whole. */
  private int[] countsOfRuns(double jump) {
    Random random = new Random(3);
    weights.begin(0);
    projection.begin(random.doubles(LENGTH).toArray());
    runs.begin(IntStream.range(0, LENGTH).toArray());
    int[] counts = new int[LENGTH];
    for (int row = 1; row < LENGTH; row++) {
      int head = Math.max(0, row - WINDOW);
      projection.turn(row, 0.001 + jump * random.nextGaussian());
      runs.turn(head, row);
      runs.find(found, 0.5, 0.6, 0);
      assertEquals(row - head, found.countBelow() + found.size() + found.countAbove());
      counts[row] = runs.count();
    }
    return IntStream.of(counts).skip(3 * WINDOW).toArray();
  }
}

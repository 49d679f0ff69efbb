package io.dtkspark.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlidingRangeTest {

  @Test
  void extremesAreThoseOfAScan() {
    Random random = new Random(4);
    SlidingRange range = new SlidingRange();
    for (int round = 0; round < 300; round++) {
      double[] values = values(random, 1 + random.nextInt(400));
      int from = random.nextInt(values.length);
      range.begin(values, from, values.length);
      int to = from;
      while (to < values.length) {
        to = Math.min(to + 1 + random.nextInt(round % 4 == 0 ? 40 : 2), values.length);
        from = Math.min(from + random.nextInt(round % 3 == 0 ? 30 : 3), to);
        double[] finite =
            Arrays.stream(values, from, to).filter(Double::isFinite).sorted().toArray();
        assertEquals(finite.length > 0, range.over(from, to));
        if (finite.length > 0) {
          assertEquals(finite[0], range.least());
          assertEquals(finite[finite.length - 1], range.greatest());
        }
      }
    }
  }

  private static double[] values(Random random, int rows) {
    double[] values = new double[rows];
    int kind = random.nextInt(4);
    for (int i = 0; i < rows; i++) {
      values[i] =
          switch (kind) {
            case 0 -> random.nextInt(5);
            case 1 -> i;
            case 2 -> -i + 3 * random.nextGaussian();
            default -> random.nextInt(2) == 0 ? Double.NaN : 1 / (double) (random.nextInt(9) - 4);
          };
    }
    return values;
  }
}

package io.dtkspark.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HalfPowerTest {

  /** Exponents and their powers, computed to 60 digits and rounded. */
  private static final double[][] EXACT = {
    {0.0, 1.0},
    {1000.0, 0x1p-1000},
    {85.0, 0x1p-85},
    {0.19343561801924003, 0x1.bfc12c3683724p-1},
    {0.23604808973743452, 0x1.b2b9089520a0fp-1},
    {0.32281026459482653, 0x1.9959808086d79p-1},
    {0.47358788758514514, 0x1.70ba4c9872e3dp-1},
    {0.6972918814615184, 0x1.3bc3e0810db31p-1},
    {0.9817486495318765, 0x1.03425aa50936dp-1},
    {2.0195887743571905, 0x1.f918583d76244p-3},
    {2.901255189966987, 0x1.1222a953bbbf4p-3},
    {6.748049508288718, 0x1.30d950facb0bap-7},
    {8.424419230744554, 0x1.7d82cf989f5f7p-9},
    {8.823039125845556, 0x1.2168712336478p-9},
    {10.988036977940059, 0x1.0221b1559599fp-11},
    {19.444444444444443, 0x1.7840850a207a7p-20},
    {89.09722222222221, 0x1.dea231aa8bd09p-90},
    {106.42857142857143, 0x1.7c6a1f29e2cddp-107},
    {115.8, 0x1.2611186bae67fp-116},
    {118.75, 0x1.306fe0a31b715p-119},
    {136.6507810070999, 0x1.461c660546d90p-137},
    {177.57142857142858, 0x1.588cea3f0938bp-178},
    {290.92425449951554, 0x1.0dccc01560d9fp-291},
    {451.3723936775371, 0x1.8b8515747e6a0p-452},
    {779.7455502499977, 0x1.3160a0f09944dp-780},
    {828.9200487784194, 0x1.0e966466a8d4fp-829}
  };

  @Test
  void powersAreTheExactOnesRounded() {
    for (double[] pair : EXACT) {
      assertEquals(pair[1], HalfPower.of(pair[0]), () -> "exponent " + pair[0]);
    }
  }

  @Test
  void powersAreThoseOfTheLibraryButForTheLastBit() {
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      double exponent = random.nextDouble() * (round % 2 == 0 ? 4 : 1000);
      double library = Math.pow(0.5, exponent);
      double difference = Math.abs(library - HalfPower.of(exponent));
      assertTrue(difference <= Math.ulp(library), () -> "exponent " + exponent);
    }
  }

  @Test
  void pairIsThePowerAndWhatItsRoundingTook() {
    double[] pair = new double[2];
    double[] half = new double[2];
    Random random = new Random(2);
    for (int round = 0; round < 2000; round++) {
      double exponent = 1800 * random.nextDouble() - 900;
      HalfPower.pair(exponent, 0.0, pair);
      if (exponent >= 0) {
        assertEquals(HalfPower.of(exponent), pair[0]);
      }
      HalfPower.pair(exponent / 2, 0.0, half);
      BigDecimal root = new BigDecimal(half[0]).add(new BigDecimal(half[1]));
      BigDecimal power = new BigDecimal(pair[0]).add(new BigDecimal(pair[1]));
      BigDecimal ratio = root.multiply(root).divide(power, new MathContext(50));
      double error = ratio.subtract(BigDecimal.ONE).doubleValue();
      assertTrue(Math.abs(error) < 0x1p-98, () -> exponent + " is off by " + error);
    }
  }

  @Test
  void restOfTheExponentCounts() {
    double[] pair = new double[2];
    HalfPower.pair(-0.25, 0x1p-60, pair);
    double before = pair[1];
    HalfPower.pair(-0.25, 0.0, pair);
    assertEquals(-Math.log(2) * 0x1p-60 * pair[0], before - pair[1], 0x1p-90);
  }
}

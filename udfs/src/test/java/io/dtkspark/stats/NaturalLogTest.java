package io.dtkspark.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalLogTest {

  /** Numbers and their logarithms, computed to 80 digits and rounded. */
  private static final double[][] EXACT = {
    {1.0, 0.0},
    {2.0, 0x1.62e42fefa39efp-1},
    {0.5, -0x1.62e42fefa39efp-1},
    {Math.E, 1.0},
    {10.0, 0x1.26bb1bbb55516p+1},
    {51.0, 0x1.f7460ff5100ffp+1},
    {52.0, 0x1.f9c25aaaea949p+1},
    {1e12, 0x1.ba18a998fffa0p+4},
    {Double.MAX_VALUE, 0x1.62e42fefa39efp+9},
    {Double.MIN_VALUE, -0x1.74385446d71c3p+9},
    {Double.MIN_NORMAL, -0x1.6232bdd7abcd2p+9},
    {1.0000000000000002, 0x1.fffffffffffffp-53},
    {0.9999999999999999, -0x1.0000000000000p-53},
    {1.4142135623730951, 0x1.62e42fefa39f0p-2},
    {1.414213562373095, 0x1.62e42fefa39eep-2},
    {65.44272020179932, 0x1.0b98601d64338p+2},
    {31.018985610975882, 0x1.b7a0f4795f14cp+1},
    {130.5359601349309, 0x1.37c917d1c421ep+2},
    {15.41482104684101, 0x1.5e1f468695ca6p+1},
    {107.64051885703115, 0x1.2b716995d4510p+2},
    {73.77209446560452, 0x1.134343de1088ap+2},
    {12.541786030166655, 0x1.43b86ee003607p+1},
    {101.97971090469463, 0x1.27fc4b965b6e7p+2},
    {8.461636029954992, 0x1.1159753a46ddep+1},
    {87.29549104881478, 0x1.1e08fde30708fp+2},
    {2.929662910813279e-262, -0x1.2d19e878f1262p+9},
    {1.2786170667326085e-46, -0x1.a6b14a5a9f668p+6},
    {5.371601677590107e+198, 0x1.c997cd2df4534p+8},
    {3.0266585047819645e+77, 0x1.64d022420c858p+7},
    {1.365654422926248, 0x1.3f1cea932d198p-2},
    {1.0950207119761703, 0x1.73ceae4f23724p-4},
    {1.96438265838938, 0x1.59b0ef339d5efp-1},
    {0.5698740209266344, -0x1.1feb05e5fa342p-1},
    {1.7877026885730194, 0x1.296fd688606f8p-1},
    {0.9344139294975145, -0x1.15daf30f56a52p-4},
    {0.7163826250361562, -0x1.558bbc5cf800ep-2},
    {0.6766883571175526, -0x1.8feae1cba2f69p-2},
    {0.9627227361529016, -0x1.3736703697250p-5},
    {1.7241895386800472, 0x1.16ea675155b42p-1},
    {0.0, Double.NEGATIVE_INFINITY},
    {-0.0, Double.NEGATIVE_INFINITY},
    {-1.0, Double.NaN},
    {Double.NaN, Double.NaN},
    {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY},
    {Double.NEGATIVE_INFINITY, Double.NaN}
  };

  @Test
  void logarithmsAreTheExactOnesRounded() {
    for (double[] pair : EXACT) {
      assertEquals(pair[1], NaturalLog.of(pair[0]), () -> "logarithm of " + pair[0]);
    }
  }

  @Test
  void logarithmsAreThoseOfTheLibraryButForTheLastBit() {
    Random random = new Random(1);
    for (int round = 0; round < 50_000; round++) {
      double x = random.nextDouble() * Math.pow(2, random.nextInt(round % 2 == 0 ? 8 : 1000) - 2);
      double library = Math.log(x);
      double difference = Math.abs(library - NaturalLog.of(x));
      assertTrue(difference <= Math.ulp(library), () -> "logarithm of " + x);
    }
  }
}

package io.dtkspark.json;

import java.math.BigInteger;

/**
 * Powers of ten scaled to 128 bits: {@code high:low} of entry {@code e} is {@code 10^e} times the
 * power of two that brings it into {@code [2^127, 2^128)}, rounded up.
 *
 * <p>Computed once when the class loads; a literal table would be a thousand lines.
 */
final class PowersOfTen {

  private static final int SMALLEST = -292;
  private static final int LARGEST = 324;
  private static final int BITS = 128;

  private static final long[] HIGH = new long[LARGEST - SMALLEST + 1];
  private static final long[] LOW = new long[LARGEST - SMALLEST + 1];

  static {
    for (int e = SMALLEST; e <= LARGEST; e++) {
      BigInteger scaled = scaled(e);
      HIGH[e - SMALLEST] = scaled.shiftRight(Long.SIZE).longValue();
      LOW[e - SMALLEST] = scaled.longValue();
    }
  }

  private PowersOfTen() {}

  static long high(int exponent) {
    return HIGH[exponent - SMALLEST];
  }

  static long low(int exponent) {
    return LOW[exponent - SMALLEST];
  }

  private static BigInteger scaled(int exponent) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
    if (exponent < 0) {
      BigInteger one = BigInteger.ONE.shiftLeft(power.bitLength() + BITS - 1);
      return one.divide(power).add(BigInteger.ONE); // never exact: ten is not a power of two
    }
    int excess = power.bitLength() - BITS;
    BigInteger cut = power.shiftRight(excess); // to the left when negative
    return power.getLowestSetBit() >= excess ? cut : cut.add(BigInteger.ONE);
  }
}

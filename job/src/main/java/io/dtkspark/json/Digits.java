package io.dtkspark.json;

/** Decimal digits of non-negative integers, as ASCII bytes. */
final class Digits {

  private static final long[] POWERS = powers();

  /** {@code 00} to {@code 99}: two digits for one division. */
  private static final byte[] PAIRS = pairs();

  private Digits() {}

  /** How many digits {@code number} has; at least one. */
  static int count(long number) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(number | 1);
    int log = (bits * 1233) >> 12; // of 2^bits, to base ten, or one more than of the number
    return number >= POWERS[log] ? log + 1 : Math.max(1, log);
  }

  /** Writes the digits so that the last one stands before {@code end}. */
  static void writeBefore(byte[] out, int end, long number) {
    long high = number;
    int at = end;
    while (high > Integer.MAX_VALUE) { // int division is the faster one
      long rest = high / 100_000_000;
      writeEight(out, at, (int) (high - rest * 100_000_000));
      high = rest;
      at -= 8;
    }
    int low = (int) high;
    while (low >= 100) {
      int rest = low / 100;
      at = writePair(out, at, low - rest * 100);
      low = rest;
    }
    if (low >= 10) {
      writePair(out, at, low);
    } else {
      out[at - 1] = (byte) ('0' + low);
    }
  }

  private static void writeEight(byte[] out, int end, int number) {
    int low = number;
    for (int at = end; at > end - 8; at -= 2) {
      int rest = low / 100;
      writePair(out, at, low - rest * 100);
      low = rest;
    }
  }

  private static int writePair(byte[] out, int end, int pair) {
    out[end - 1] = PAIRS[2 * pair + 1];
    out[end - 2] = PAIRS[2 * pair];
    return end - 2;
  }

  private static long[] powers() {
    long[] powers = new long[19];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  private static byte[] pairs() {
    byte[] pairs = new byte[200];
    for (int i = 0; i < 100; i++) {
      pairs[2 * i] = (byte) ('0' + i / 10);
      pairs[2 * i + 1] = (byte) ('0' + i % 10);
    }
    return pairs;
  }
}

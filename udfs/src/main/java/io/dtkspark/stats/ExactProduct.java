package io.dtkspark.stats;

/**
 * The product of two doubles without rounding: the rounded product and what it lacks, with nothing
 * but multiplications and additions. Exact unless something overflows or underflows. After T. J.
 * Dekker, "A floating-point technique for extending the available precision", 1971.
 */
public final class ExactProduct {

  /** Splits a double into two halves of 26 bits. */
  private static final double SPLITTER = 0x1p27 + 1;

  private ExactProduct() {}

  /** What rounding took from {@code a * b} to make {@code product}. */
  public static double rest(double a, double b, double product) {
    double aHead = head(a);
    double bHead = head(b);
    return rest(product, aHead, a - aHead, bHead, b - bHead);
  }

  /** The leading 26 bits of a number; what is left, its tail, fits in 26 bits too. */
  static double head(double value) {
    double scaled = SPLITTER * value;
    return scaled - (scaled - value);
  }

  /** As {@link #rest(double, double, double)}, of numbers in halves. */
  static double rest(double product, double aHead, double aTail, double bHead, double bTail) {
    return ((aHead * bHead - product) + aHead * bTail + aTail * bHead) + aTail * bTail;
  }
}

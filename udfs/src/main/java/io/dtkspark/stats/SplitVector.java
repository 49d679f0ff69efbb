package io.dtkspark.stats;

/** A vector that begins with a constant 1, with each element also as two halves of 26 bits. */
public final class SplitVector {

  final double[] values;
  final double[] heads;
  final double[] tails;

  /**
   * @param size with the constant
   */
  public SplitVector(int size) {
    values = new double[size];
    heads = new double[size];
    tails = new double[size];
    set(0, 1.0);
  }

  /** Sets an element; element 0 is the constant. */
  public void set(int index, double value) {
    values[index] = value;
    heads[index] = DoubleDouble.head(value);
    tails[index] = value - heads[index];
  }
}

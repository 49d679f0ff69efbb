package io.dtkspark.stats;

/** A vector with each element also as two halves of 26 bits, whose products are exact. */
public final class SplitVector {

  final double[] values;
  final double[] heads;
  final double[] tails;

  public SplitVector(int size) {
    values = new double[size];
    heads = new double[size];
    tails = new double[size];
  }

  public double get(int index) {
    return values[index];
  }

  public void set(int index, double value) {
    values[index] = value;
    heads[index] = ExactProduct.head(value);
    tails[index] = value - heads[index];
  }
}

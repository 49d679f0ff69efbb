package io.dtkspark.rolling;

/** Values as seen from a row along a slope: each is moved by the slope times its age in rows. */
final class Projection {

  private double[] values = new double[0];
  private int row;
  private double slope;

  /** Takes the values of rows from an array from now on. */
  void begin(double[] newValues) {
    values = newValues;
  }

  /** Looks from another row, along another slope. */
  void turn(int newRow, double newSlope) {
    row = newRow;
    slope = newSlope;
  }

  double[] values() {
    return values;
  }

  int row() {
    return row;
  }

  double slope() {
    return slope;
  }

  /** The projected value of row {@code r}; its last bit depends on this form. */
  double of(int r) {
    return values[r] + slope * (row - r);
  }
}

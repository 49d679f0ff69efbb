package io.dtkspark.rolling;

/**
 * A sum of weight pairs, see {@link RowWeights}, that can be added to and subtracted from: what
 * rounding takes from {@code high} goes to {@code low} (two-sum, Knuth 1969).
 */
class WeightSum {

  double high;
  double low;

  final void clear() {
    high = 0;
    low = 0;
  }

  final void set(WeightSum other) {
    high = other.high;
    low = other.low;
  }

  final void add(double otherHigh, double otherLow) {
    double sum = high + otherHigh;
    double part = sum - high;
    low += ((high - (sum - part)) + (otherHigh - part)) + otherLow;
    high = sum;
  }

  final void add(WeightSum other) {
    add(other.high, other.low);
  }

  final void subtract(WeightSum other) {
    add(-other.high, -other.low);
  }
}

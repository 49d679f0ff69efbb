package io.dtkspark.rolling;

/**
 * Weight, mean and squared deviations of a set of rows, put together from parts.
 *
 * <p>A part comes as sums about a pivot near its mean: {@code weight} = sum of w, {@code squares} =
 * sum of w^2, {@code first} = sum of w (x - pivot), {@code second} = sum of w (x - pivot)^2. Parts
 * are joined by the formula of Chan, Golub and LeVeque (1979): nothing is subtracted but what a
 * pivot off the mean has added. The mean stays a pair, its rest being exact to the last bits of the
 * deviations, not of the values.
 */
final class MomentTotal {

  private final boolean ofWeights;
  private double weight;
  private double squares;
  private double pivot;
  private double rest;
  private double deviations;

  MomentTotal() {
    this(false);
  }

  /**
   * @param ofWeights whether only the weights are of interest, which saves divisions
   */
  MomentTotal(boolean ofWeights) {
    this.ofWeights = ofWeights;
  }

  /** Starts with one part of a weight above zero. */
  void set(double weight, double squares, double pivot, double first, double second) {
    this.weight = weight;
    this.squares = squares;
    if (ofWeights) {
      return;
    }
    this.pivot = pivot;
    rest = first / weight;
    deviations = second - first * rest;
  }

  /** Adds a part whose weights are in units of {@code unit}. */
  void join(double weight, double squares, double pivot, double first, double second, double unit) {
    this.squares += squares * unit * unit;
    double partWeight = weight * unit;
    if (ofWeights) {
      this.weight += partWeight;
      return;
    }
    double partRest = first / weight;
    double partDeviations = (second - first * partRest) * unit;
    double distance = (pivot - this.pivot) + (partRest - rest);
    double joined = this.weight + partWeight;
    double share = partWeight / joined;
    deviations += partDeviations + distance * distance * this.weight * share;
    rest += distance * share;
    this.weight = joined;
  }

  double weight() {
    return weight;
  }

  double mean() {
    return pivot + rest;
  }

  /** The sum of {@code w (x - mean)^2}. */
  double deviations() {
    return deviations;
  }

  /** The sum of w^2. */
  double squares() {
    return squares;
  }

  /** {@code 1 - sum(w^2)} of weights that add up to 1. */
  double correction() {
    return 1.0 - squares / (weight * weight);
  }

  /** Kish's effective sample size. */
  double effectiveSamples() {
    return weight * weight / squares;
  }

  /** How far {@code value} is from the mean, exact also where the two agree to the last bit. */
  double distanceTo(double value) {
    return (value - pivot) - rest;
  }
}

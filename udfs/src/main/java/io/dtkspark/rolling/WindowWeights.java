package io.dtkspark.rolling;

import java.io.Serializable;

/**
 * Recency weights of the window, by age in rows (1 = the row before).
 *
 * @param kind uniform, exponential or linear
 * @param halfLifePoints age at which an exponential weight halves, in rows; NaN when it is given as
 *     a duration
 * @param halfLifeSeconds the duration, divided by the median step of each batch; 0 when unused
 */
public record WindowWeights(Kind kind, double halfLifePoints, long halfLifeSeconds)
    implements Serializable {

  public static final WindowWeights UNIFORM = new WindowWeights(Kind.UNIFORM, Double.NaN, 0);

  /** Kinds of weights. */
  public enum Kind {
    UNIFORM,
    EXPONENTIAL,
    LINEAR
  }

  public boolean isUniform() {
    return kind == Kind.UNIFORM;
  }

  /** Whether the half-life in rows depends on the step of the data. */
  public boolean halfLifeIsDuration() {
    return kind == Kind.EXPONENTIAL && Double.isNaN(halfLifePoints);
  }
}

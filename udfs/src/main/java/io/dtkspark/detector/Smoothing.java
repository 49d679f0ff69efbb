package io.dtkspark.detector;

import java.io.Serializable;

/**
 * Smoothing applied to the values before anything else.
 *
 * @param kind none, exponential or simple moving average
 * @param alpha factor of the exponential average, in (0, 1]
 * @param window rows of the simple average, at least 1
 */
public record Smoothing(Kind kind, double alpha, int window) implements Serializable {

  public static final Smoothing NONE = new Smoothing(Kind.NONE, 0.3, 10);

  /** Kinds of smoothing, spelled as in the YAML files in lower case. */
  public enum Kind {
    NONE,
    EMA,
    SMA
  }
}

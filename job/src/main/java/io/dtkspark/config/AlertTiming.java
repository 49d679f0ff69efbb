package io.dtkspark.config;

import java.util.Optional;

/**
 * When an alerting block speaks up, apart from its quorum.
 *
 * @param fraction the rule of {@code anomaly_window} and {@code min_anomaly_share}
 * @param cooldown silence after an alert; a wrong one fails its metric when it alerts
 * @param suppressUntilMillis no alerts before this time, epoch milliseconds UTC
 */
public record AlertTiming(
    Optional<Fraction> fraction,
    Optional<Late<Interval>> cooldown,
    boolean cooldownEndsOnRecovery,
    boolean notifyOnRecovery,
    Optional<Long> suppressUntilMillis) {

  /** No fraction rule, no cooldown, no recoveries. */
  public static final AlertTiming DEFAULT =
      new AlertTiming(Optional.empty(), Optional.empty(), true, false, Optional.empty());

  /** Fires when {@code share} of the points in {@code window} have a quorum. */
  public record Fraction(Interval window, double share) {}
}

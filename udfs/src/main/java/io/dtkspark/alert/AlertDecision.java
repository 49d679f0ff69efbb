package io.dtkspark.alert;

import java.util.Optional;

/**
 * What a block does in a live run.
 *
 * <p>Pure: the clock, the state and the stored detections are handed in, and nothing is sent or
 * written. Once the alert has reached a channel, the caller stores {@link AlertState#alerted} or
 * {@link AlertState#recovered}.
 *
 * @param outcome why there is an alert or none
 * @param alert what to send
 */
public record AlertDecision(Outcome outcome, Optional<Alert> alert) {

  /** How an evaluation ended. */
  public enum Outcome {
    /** The time of {@code suppress_until} has not come. */
    SUPPRESSED,
    /** Nothing is stored up to the last complete interval. */
    NO_DETECTIONS,
    /** There is nothing to tell, or the cooldown keeps it back. */
    QUIET,
    NO_DATA,
    ANOMALY,
    RECOVERY
  }

  /**
   * Decides for one block. A missing datapoint comes before anomalies, anomalies before recovery.
   *
   * @param suppressUntilMillis {@link AlertState#NEVER} = not suppressed
   * @param lastMillis the last complete interval; see {@link MetricGrid#lastComplete}
   */
  public static AlertDecision of(
      AlertRule rule,
      AlertState state,
      DetectionHistory history,
      long suppressUntilMillis,
      long lastMillis,
      long nowMillis) {
    if (nowMillis < suppressUntilMillis) {
      return without(Outcome.SUPPRESSED);
    }
    return new LiveCheck(rule, state, history, lastMillis, nowMillis).decide();
  }

  static AlertDecision without(Outcome outcome) {
    return new AlertDecision(outcome, Optional.empty());
  }

  static AlertDecision with(Alert alert) {
    Outcome outcome =
        alert instanceof Alert.Anomaly
            ? Outcome.ANOMALY
            : alert instanceof Alert.Recovery ? Outcome.RECOVERY : Outcome.NO_DATA;
    return new AlertDecision(outcome, Optional.of(alert));
  }
}

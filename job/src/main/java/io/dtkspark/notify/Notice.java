package io.dtkspark.notify;

import io.dtkspark.alert.Alert;
import io.dtkspark.alert.AlertRule;
import io.dtkspark.alert.Streak;
import java.util.Optional;

/**
 * One message, before any channel has put it into words.
 *
 * @param rule the rule that fired or stood down; empty for missing data and failures
 * @param streak how long it has been going on, or was
 * @param byShare whether the fraction rule fired; its points are those of the streak
 * @param intervalSeconds step of the metric; 0 = not known
 * @param delaySeconds how far the data trails behind on purpose
 * @param failure what broke, for a failed run
 */
public record Notice(
    NoticeKind kind,
    Subject subject,
    Evidence evidence,
    Optional<AlertRule> rule,
    Streak streak,
    boolean byShare,
    long intervalSeconds,
    long delaySeconds,
    Optional<Failure> failure) {

  private static final long SECOND = 1000;

  /**
   * Why a run failed.
   *
   * @param type kind of error, e.g. the code
   */
  public record Failure(String type, String message) {}

  /** The message for an alert of a block with this rule. */
  public static Notice of(Alert alert, Subject subject, AlertRule rule, long delaySeconds) {
    long interval = rule.intervalMillis() / SECOND;
    if (alert instanceof Alert.Anomaly anomaly) {
      return new Notice(
          NoticeKind.ANOMALY,
          subject,
          Evidence.of(anomaly),
          Optional.of(rule),
          anomaly.streak(),
          anomaly.byShare(),
          interval,
          delaySeconds,
          Optional.empty());
    }
    if (alert instanceof Alert.Recovery recovery) {
      return new Notice(
          NoticeKind.RECOVERY,
          subject,
          Evidence.of(recovery),
          Optional.of(rule),
          recovery.incident(),
          false,
          interval,
          delaySeconds,
          Optional.empty());
    }
    return new Notice(
        NoticeKind.NO_DATA,
        subject,
        Evidence.none(alert.epochMillis(), "no_data"),
        Optional.empty(),
        Streak.UNKNOWN,
        false,
        interval,
        delaySeconds,
        Optional.empty());
  }

  /** The message about a run that failed. */
  public static Notice ofFailure(Subject subject, Failure failure, long nowMillis) {
    return new Notice(
        NoticeKind.ERROR,
        subject,
        Evidence.none(nowMillis, "pipeline"),
        Optional.empty(),
        Streak.UNKNOWN,
        false,
        0,
        0,
        Optional.of(failure));
  }
}

package io.dtkspark.config;

import io.dtkspark.alert.AlertRule;
import io.dtkspark.alert.DirectionPolicy;
import java.util.List;
import java.util.Optional;

/**
 * One alerting block.
 *
 * @param alertConfigId first 16 hex digits of the md5 over the functional keys
 * @param timezone of times in messages; empty = UTC, not named
 * @param timing what else decides when the block speaks up
 * @param message what its messages carry
 */
public record AlertConfig(
    String alertConfigId,
    boolean enabled,
    Optional<String> timezone,
    List<String> channels,
    int minDetectors,
    String direction,
    int consecutiveAnomalies,
    boolean noDataAlert,
    AlertTiming timing,
    AlertMessage message) {

  /** A block with detectkit's defaults for timing and messages. */
  public AlertConfig(
      String alertConfigId,
      boolean enabled,
      Optional<String> timezone,
      List<String> channels,
      int minDetectors,
      String direction,
      int consecutiveAnomalies,
      boolean noDataAlert) {
    this(
        alertConfigId,
        enabled,
        timezone,
        channels,
        minDetectors,
        direction,
        consecutiveAnomalies,
        noDataAlert,
        AlertTiming.DEFAULT,
        AlertMessage.EMPTY);
  }

  /** Whether the block takes part in a run. */
  public boolean isActive() {
    return enabled && !channels.isEmpty();
  }

  /**
   * The block's rule for a metric with this interval.
   *
   * @throws io.dtkspark.error.DtkException CONFIG when the cooldown is no duration
   */
  public AlertRule rule(Interval interval) {
    AlertRule.Builder rule =
        AlertRule.builder(interval.millis())
            .quorum(minDetectors, DirectionPolicy.of(direction))
            .consecutive(consecutiveAnomalies)
            .notifiesRecovery(timing.notifyOnRecovery())
            .notifiesNoData(noDataAlert);
    timing.fraction().ifPresent(f -> rule.fraction(f.window().millis(), f.share()));
    timing
        .cooldown()
        .ifPresent(c -> rule.cooldown(c.get().millis(), timing.cooldownEndsOnRecovery()));
    return rule.build();
  }
}

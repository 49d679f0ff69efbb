package io.dtkspark.alert;

import java.util.List;

/** One evaluation of {@link AlertDecision}; reads the history only as far as it must. */
final class LiveCheck {

  /** Points beyond the rules' own, which detectkit reads for the recovery's window. */
  private static final int MARGIN_POINTS = 5;

  private final AlertRule rule;
  private final AlertState state;
  private final DetectionHistory history;
  private final long lastMillis;
  private final long nowMillis;

  LiveCheck(
      AlertRule rule, AlertState state, DetectionHistory history, long lastMillis, long nowMillis) {
    this.rule = rule;
    this.state = state;
    this.history = history;
    this.lastMillis = lastMillis;
    this.nowMillis = nowMillis;
  }

  AlertDecision decide() {
    if (rule.notifiesNoData() && !history.hasValue(lastMillis) && !isCoolingDown()) {
      return AlertDecision.with(new Alert.NoData(lastMillis));
    }
    DetectionLog recent = read(lastMillis, rule.lookbackPoints());
    if (recent.isEmpty()) {
      return AlertDecision.without(AlertDecision.Outcome.NO_DETECTIONS);
    }
    if (recent.quorums().firesConsecutive() && !isCoolingDown()) {
      // The rule reads few points; how long a streak really is takes more.
      return AlertDecision.with(recent.inARow(longRead(recent).quorums().streak()));
    }
    if (recent.quorums().firesByShare() && !isCoolingDown()) {
      return AlertDecision.with(recent.byShare());
    }
    if (rule.notifiesRecovery() && awaitsRecovery() && hasRecovered()) {
      return AlertDecision.with(recent.recovery(longRead(recent)));
    }
    return AlertDecision.without(AlertDecision.Outcome.QUIET);
  }

  private DetectionLog longRead(DetectionLog recent) {
    return read(recent.newestMillis(), AlertRule.STREAK_POINTS);
  }

  private boolean isCoolingDown() {
    if (rule.cooldownMillis() == 0 || !state.hasAlerted()) {
      return false;
    }
    boolean silent = nowMillis - state.lastAlertMillis() < rule.cooldownMillis();
    return silent && !(rule.cooldownEndsOnRecovery() && hasRecovered());
  }

  private boolean awaitsRecovery() {
    return state.hasAlerted() && state.lastRecoveryMillis() < state.lastAlertMillis();
  }

  /** Judged by what was stored since the alert; nothing new counts as recovered. */
  private boolean hasRecovered() {
    List<Detection> fresh = history.newestStoredAfter(lastMillis, state.lastAlertMillis());
    if (fresh.isEmpty()) {
      return true;
    }
    Side trigger = trigger();
    if (RecoveryCheck.isBlocked(rule, DetectionLog.of(rule, fresh).votes(), trigger)) {
      return false;
    }
    // The window itself may well have been stored before the alert.
    return rule.windowPoints() == 0
        || !read(lastMillis, rule.lookbackPoints() + MARGIN_POINTS)
            .quorums()
            .staysElevated(trigger);
  }

  private Side trigger() {
    return rule.policy() == DirectionPolicy.SAME
        ? read(state.lastAlertMillis(), 1).votes().trigger(rule)
        : Side.NONE;
  }

  private DetectionLog read(long untilMillis, int points) {
    return DetectionLog.of(rule, history.recent(untilMillis, points));
  }
}

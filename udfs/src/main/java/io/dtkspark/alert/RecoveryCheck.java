package io.dtkspark.alert;

/** Whether anomalies still stand in the way of a recovery. */
final class RecoveryCheck {

  private RecoveryCheck() {}

  /**
   * Whether the newest point has an anomaly like those the alert was raised for. One is enough,
   * whatever the quorum.
   *
   * @param trigger side of the alert; NONE = not known, so every anomaly counts
   */
  static boolean isBlocked(AlertRule rule, Votes newest, Side trigger) {
    Side side = rule.policy() == DirectionPolicy.SAME ? trigger : rule.policy().side();
    boolean one = side == Side.UP || side == Side.DOWN;
    return (one ? newest.of(side) : newest.anomalies()) > 0;
  }
}

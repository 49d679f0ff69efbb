package io.dtkspark.alert;

/**
 * The rules of a block, followed point by point in ascending time.
 *
 * <p>The rules are worded backwards: from the newest point with a quorum, count older ones that are
 * one interval apart and agree with its direction. Walking back at every point costs the length of
 * the walk. Counting forward for each direction a walk could be locked to gives the same numbers in
 * constant time, so that years of points are replayed in one pass.
 */
final class QuorumHistory {

  private final AlertRule rule;
  private final SideHistory up;
  private final SideHistory down;
  private final SideHistory either;
  private long newest = AlertState.NEVER;
  private Side side = Side.NONE;

  QuorumHistory(AlertRule rule) {
    this.rule = rule;
    this.up = new SideHistory(rule, Side.UP);
    this.down = new SideHistory(rule, Side.DOWN);
    this.either = new SideHistory(rule, Side.EITHER);
  }

  /** Takes the next point, later than those before. */
  void add(long epochMillis, Votes votes) {
    boolean adjacent = newest != AlertState.NEVER && epochMillis - newest == rule.intervalMillis();
    up.add(epochMillis, votes, adjacent);
    down.add(epochMillis, votes, adjacent);
    either.add(epochMillis, votes, adjacent);
    side = votes.quorum(rule);
    newest = epochMillis;
  }

  /** The side whose votes meet the rule at the newest point. */
  Side side() {
    return side;
  }

  /** The run of points with a quorum up to the newest one, which must have one. */
  Streak streak() {
    return Streak.endingAt(newest, of(side).run(), rule.intervalMillis());
  }

  boolean firesConsecutive() {
    return side != Side.NONE && of(side).run() >= rule.consecutive();
  }

  /** The newest point must have a quorum itself: no alert about a window that ends well. */
  boolean firesByShare() {
    return rule.windowPoints() > 0 && side != Side.NONE && share(side) >= rule.minShare();
  }

  /** The points in the window that made the fraction rule fire. */
  Streak windowStreak() {
    SideHistory history = of(side);
    return new Streak(history.matches(), history.oldestMatch(), false);
  }

  /**
   * Whether the window still holds half the share that fires, so that a share close to the limit
   * does not alert and recover in turns. Never without fraction rule.
   *
   * @param trigger side of the alert; NONE = not known, so either direction keeps it up
   */
  boolean staysElevated(Side trigger) {
    Side watched = rule.policy() == DirectionPolicy.SAME ? trigger : rule.policy().side();
    double share = share(watched == Side.NONE ? Side.EITHER : watched);
    return rule.windowPoints() > 0 && share >= rule.minShare() / 2;
  }

  private double share(Side watched) {
    return (double) of(watched).matches() / rule.windowPoints();
  }

  private SideHistory of(Side wanted) {
    return switch (wanted) {
      case UP -> up;
      case DOWN -> down;
      default -> either;
    };
  }
}

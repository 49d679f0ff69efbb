package io.dtkspark.alert;

/**
 * When an alerting block speaks up. Times are in milliseconds; 0 switches a window or a cooldown
 * off.
 *
 * @param intervalMillis step of the metric's grid
 * @param minDetectors votes a point needs
 * @param consecutive points in a row, each with a quorum, that fire
 * @param windowPoints points of the fraction rule's window, 0 = no fraction rule
 * @param minShare share of the window's points that fires, above 0 and up to 1
 * @param cooldownMillis silence after an alert
 * @param cooldownEndsOnRecovery whether a recovery ends the silence
 */
public record AlertRule(
    long intervalMillis,
    int minDetectors,
    DirectionPolicy policy,
    int consecutive,
    int windowPoints,
    double minShare,
    long cooldownMillis,
    boolean cooldownEndsOnRecovery,
    boolean notifiesRecovery,
    boolean notifiesNoData) {

  /** How far back the true length of a streak is looked up, in points. */
  public static final int STREAK_POINTS = 1000;

  public AlertRule {
    if (intervalMillis < 1 || minDetectors < 1 || consecutive < 1) {
      throw new IllegalArgumentException("interval, min_detectors and consecutive start at 1");
    }
    if (windowPoints < 0 || cooldownMillis < 0) {
      throw new IllegalArgumentException("a window and a cooldown are at least 0");
    }
    if (windowPoints > 0 && !(minShare > 0 && minShare <= 1)) {
      throw new IllegalArgumentException("a share is above 0 and up to 1, not " + minShare);
    }
  }

  /** Points the decision needs: the longer one of the two rules. */
  public int lookbackPoints() {
    return Math.max(consecutive, windowPoints);
  }

  /** The rule of detectkit's defaults: three points in a row, any one detector, one direction. */
  public static Builder builder(long intervalMillis) {
    return new Builder(intervalMillis);
  }

  /** Sets one property at a time. */
  public static final class Builder {

    private final long intervalMillis;
    private int minDetectors = 1;
    private DirectionPolicy policy = DirectionPolicy.SAME;
    private int consecutive = 3;
    private int windowPoints;
    private double minShare;
    private long cooldownMillis;
    private boolean cooldownEndsOnRecovery = true;
    private boolean notifiesRecovery;
    private boolean notifiesNoData;

    Builder(long intervalMillis) {
      this.intervalMillis = intervalMillis;
    }

    public Builder quorum(int detectors, DirectionPolicy direction) {
      minDetectors = detectors;
      policy = direction;
      return this;
    }

    public Builder consecutive(int points) {
      consecutive = points;
      return this;
    }

    /** The fraction rule: {@code share} of the points within {@code millis}, at least one point. */
    public Builder fraction(long millis, double share) {
      windowPoints = (int) Math.min(Integer.MAX_VALUE, Math.max(1, millis / intervalMillis));
      minShare = share;
      return this;
    }

    public Builder cooldown(long millis, boolean endsOnRecovery) {
      cooldownMillis = millis;
      cooldownEndsOnRecovery = endsOnRecovery;
      return this;
    }

    public Builder notifiesRecovery(boolean value) {
      notifiesRecovery = value;
      return this;
    }

    public Builder notifiesNoData(boolean value) {
      notifiesNoData = value;
      return this;
    }

    public AlertRule build() {
      return new AlertRule(
          intervalMillis,
          minDetectors,
          policy,
          consecutive,
          windowPoints,
          minShare,
          cooldownMillis,
          cooldownEndsOnRecovery,
          notifiesRecovery,
          notifiesNoData);
    }
  }
}

package io.dtkspark.alert;

/**
 * How long something has been going on.
 *
 * @param points anomalous points, 0 = not known
 * @param onsetMillis the first of them; {@link AlertState#NEVER} when there is none
 * @param capped whether it may have begun earlier, out of sight
 */
public record Streak(int points, long onsetMillis, boolean capped) {

  /** Nothing to tell. */
  public static final Streak UNKNOWN = new Streak(0, AlertState.NEVER, false);

  /** {@code points} in a row up to {@code lastMillis}. */
  static Streak endingAt(long lastMillis, int points, long intervalMillis) {
    long onset = lastMillis - intervalMillis * (points - 1);
    return new Streak(points, onset, points >= AlertRule.STREAK_POINTS);
  }
}

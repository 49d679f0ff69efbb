package io.dtkspark.alert;

/**
 * What a block sent last: the columns of its row in {@code _dtk_alert_states}.
 *
 * @param lastAlertMillis {@link #NEVER} = SQL NULL
 * @param lastRecoveryMillis {@link #NEVER} = SQL NULL
 * @param alertCount alerts sent so far
 */
public record AlertState(long lastAlertMillis, long lastRecoveryMillis, long alertCount) {

  /** Stands for a time that is not there. */
  public static final long NEVER = Long.MIN_VALUE;

  /** A block without a row. */
  public static final AlertState NEW = new AlertState(NEVER, NEVER, 0);

  public boolean hasAlerted() {
    return lastAlertMillis != NEVER;
  }

  /** The state once an alert has reached at least one channel. */
  public AlertState alerted(long nowMillis) {
    return new AlertState(nowMillis, lastRecoveryMillis, alertCount + 1);
  }

  /** The state once a recovery has reached at least one channel. */
  public AlertState recovered(long nowMillis) {
    return new AlertState(lastAlertMillis, nowMillis, alertCount);
  }
}

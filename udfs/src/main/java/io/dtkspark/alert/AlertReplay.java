package io.dtkspark.alert;

import java.util.Iterator;
import java.util.function.LongPredicate;

/**
 * What a block would have sent over a period, judged at every interval with only what was known
 * then. Cooldown and recovery are counted in the time of the grid; nothing is sent or stored.
 *
 * <p>One pass in constant time per detection and per interval. Memory does not grow with the
 * period: see {@link DetectionLog}.
 */
public final class AlertReplay {

  /** Takes alerts in the order they fire. */
  @FunctionalInterface
  public interface Listener {

    /**
     * @param atMillis the interval at which it fires; the alert's own time can be older
     */
    void fired(long atMillis, Alert alert);
  }

  private final AlertRule rule;
  private final LongPredicate hasValue;
  private final Listener listener;
  private final DetectionLog log;
  private long lastAlert = AlertState.NEVER;
  private long lastRecovery = AlertState.NEVER;
  private Side trigger = Side.NONE;

  /**
   * A replay of one period.
   *
   * @param hasValue whether the datapoint of an interval is there; asked in ascending time, and
   *     only by a rule that notifies of missing ones
   */
  public AlertReplay(AlertRule rule, LongPredicate hasValue, Listener listener) {
    this.rule = rule;
    this.hasValue = hasValue;
    this.listener = listener;
    this.log = new DetectionLog(rule);
  }

  /**
   * Goes through the intervals {@code fromMillis}, {@code fromMillis + interval} and so on up to
   * {@code lastMillis}. To be called once.
   *
   * @param detections in ascending time, detector ids ascending within one time; those before
   *     {@code fromMillis} count as known from the start
   */
  public void run(long fromMillis, long lastMillis, Iterator<Detection> detections) {
    Detection next = detections.hasNext() ? detections.next() : null;
    for (long now = fromMillis; now <= lastMillis; now += rule.intervalMillis()) {
      while (next != null && next.epochMillis() <= now) {
        log.add(next);
        next = detections.hasNext() ? detections.next() : null;
      }
      log.finishPoint();
      evaluate(now);
    }
  }

  private void evaluate(long now) {
    boolean free = !isCoolingDown(now);
    if (free && rule.notifiesNoData() && !hasValue.test(now)) {
      alert(now, new Alert.NoData(now));
    } else if (free && log.quorums().firesConsecutive()) {
      alert(now, log.inARow(log.quorums().streak()));
    } else if (free && log.quorums().firesByShare()) {
      alert(now, log.byShare());
    } else if (rule.notifiesRecovery() && awaitsRecovery() && hasRecovered()) {
      listener.fired(now, log.recovery(log));
      lastRecovery = now;
    }
  }

  private void alert(long now, Alert alert) {
    listener.fired(now, alert);
    lastAlert = now;
    trigger = log.votes().trigger(rule);
  }

  private boolean isCoolingDown(long now) {
    if (rule.cooldownMillis() == 0 || lastAlert == AlertState.NEVER) {
      return false;
    }
    boolean over = rule.cooldownEndsOnRecovery() && lastRecovery > lastAlert;
    return !over && now - lastAlert < rule.cooldownMillis();
  }

  private boolean awaitsRecovery() {
    return lastAlert != AlertState.NEVER && lastRecovery < lastAlert && !log.isEmpty();
  }

  private boolean hasRecovered() {
    if (log.newestMillis() <= lastAlert) {
      return true;
    }
    return !RecoveryCheck.isBlocked(rule, log.votes(), trigger)
        && !log.quorums().staysElevated(trigger);
  }
}

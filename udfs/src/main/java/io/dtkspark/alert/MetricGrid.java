package io.dtkspark.alert;

/**
 * The times a metric has points at.
 *
 * @param intervalSeconds step, at least 1
 * @param phaseSeconds offset from the epoch, from 0 to below the step
 * @param delaySeconds how long after its end an interval can be trusted
 */
public record MetricGrid(long intervalSeconds, long phaseSeconds, long delaySeconds) {

  private static final long SECOND = 1000;

  /** The grid through {@code startMillis}, where loading starts; 0 for a metric without. */
  public static MetricGrid through(long startMillis, long intervalSeconds, long delaySeconds) {
    long startSeconds = Math.floorDiv(startMillis, SECOND);
    return new MetricGrid(
        intervalSeconds, Math.floorMod(startSeconds, intervalSeconds), delaySeconds);
  }

  /** Start of the newest interval that is over at {@code nowMillis}, in epoch milliseconds. */
  public long lastComplete(long nowMillis) {
    long trusted = Math.floorDiv(nowMillis, SECOND) - delaySeconds - phaseSeconds;
    long started = Math.floorDiv(trusted, intervalSeconds) * intervalSeconds + phaseSeconds;
    return (started - intervalSeconds) * SECOND;
  }
}

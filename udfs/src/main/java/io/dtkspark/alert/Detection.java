package io.dtkspark.alert;

/**
 * One detector's verdict on one datapoint, as far as alerts need it.
 *
 * @param epochMillis time of the datapoint, UTC
 * @param value the datapoint; NaN = missing
 * @param lower bound of the interval; NaN = none on that side
 * @param upper bound of the interval; NaN = none on that side
 * @param direction which way the anomaly went; {@link Direction#NONE} without anomaly
 * @param severity distance from the interval in units of the spread, 0 where it is not known
 */
public record Detection(
    long epochMillis,
    DetectorKey detector,
    double value,
    double lower,
    double upper,
    boolean anomaly,
    Direction direction,
    double severity) {

  public Detection {
    if (direction == Direction.MIXED) {
      throw new IllegalArgumentException("a single detection goes up, down or nowhere");
    }
  }

  /** Whether the detector gave an interval, be it open on one side. */
  public boolean hasBand() {
    return !Double.isNaN(lower) || !Double.isNaN(upper);
  }

  /**
   * Whether this detection leads the message rather than {@code other}: the more severe one, then
   * the smaller name, then the smaller id, so that the order of rows never matters.
   */
  boolean leads(Detection other) {
    if (severity != other.severity) {
      return severity > other.severity;
    }
    int names = detector.name().compareTo(other.detector.name());
    return names != 0 ? names < 0 : detector.id().compareTo(other.detector.id()) < 0;
  }
}

package io.dtkspark.series;

/**
 * A half-open range of time in epoch milliseconds, UTC.
 *
 * @param fromInclusive first millisecond of the range
 * @param toExclusive first millisecond after the range, not before {@code fromInclusive}
 */
public record TimeRange(long fromInclusive, long toExclusive) implements java.io.Serializable {

  public TimeRange {
    if (toExclusive < fromInclusive) {
      throw new IllegalArgumentException(
          "a range ends at or after its start: " + fromInclusive + " > " + toExclusive);
    }
  }

  public boolean isEmpty() {
    return toExclusive == fromInclusive;
  }

  public boolean contains(long epochMillis) {
    return epochMillis >= fromInclusive && epochMillis < toExclusive;
  }
}

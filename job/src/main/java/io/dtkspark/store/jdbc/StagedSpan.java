package io.dtkspark.store.jdbc;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.Staging;

/** How many rows a staging has and the time they span, counted while they are written. */
public final class StagedSpan {

  private final Staging staging;
  private long rows;
  private long first;
  private long last = Long.MIN_VALUE;

  public StagedSpan(Staging staging) {
    this.staging = staging;
  }

  /**
   * Counts a row.
   *
   * @throws DtkException INTERNAL when it is not later than the one before
   */
  public void add(long epochMillis) {
    if (epochMillis <= last) {
      throw new DtkException(
          ErrorCode.INTERNAL,
          "rows of staging " + staging.name() + " are not in ascending time: " + epochMillis);
    }
    if (rows++ == 0) {
      first = epochMillis;
    }
    last = epochMillis;
  }

  public long rows() {
    return rows;
  }

  /** Time of the first row; 0 without rows. */
  public long first() {
    return first;
  }

  /** Time of the last row; {@link Long#MIN_VALUE} without rows. */
  public long last() {
    return last;
  }
}

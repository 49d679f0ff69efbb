package io.dtkspark.load;

import io.dtkspark.series.TimeRange;
import io.dtkspark.source.SourceRow;
import java.util.Arrays;
import java.util.Optional;

/**
 * Puts the rows of one query onto the grid of its batch: slots from the start of the batch, one per
 * interval.
 *
 * <p>Rows off the grid or before the batch fill no slot, but they count as rows: a batch with any
 * row is stored whole, with NULL in empty slots; one without rows is not stored. Of several rows
 * for a slot the last one in query order wins, also a NULL. Memory is one slot per interval,
 * however many rows the query returns.
 */
final class GridBatch implements SourceRow {

  private final TimeRange range;
  private final long stepMillis;
  private final double[] values;
  private final String[] seasonality;
  private boolean anyRow;
  private boolean anySlot;
  private long firstRow;

  GridBatch(TimeRange range, long stepMillis) {
    this.range = range;
    this.stepMillis = stepMillis;
    int slots =
        Math.toIntExact(
            (range.toExclusive() - range.fromInclusive() + stepMillis - 1) / stepMillis);
    values = new double[slots];
    seasonality = new String[slots];
    Arrays.fill(values, Double.NaN);
  }

  @Override
  public void row(long epochMillis, double value, String seasonalityData) {
    if (!anyRow) {
      anyRow = true;
      firstRow = epochMillis;
    }
    long offset = epochMillis - range.fromInclusive();
    if (offset >= 0 && offset % stepMillis == 0) {
      int slot = (int) (offset / stepMillis);
      values[slot] = value;
      seasonality[slot] = seasonalityData;
      anySlot = true;
    }
  }

  /** Whether the query returned no row before the end of the batch. */
  boolean isEmpty() {
    return !anyRow;
  }

  int slots() {
    return values.length;
  }

  long epochMillis(int slot) {
    return range.fromInclusive() + slot * stepMillis;
  }

  double value(int slot) {
    return values[slot];
  }

  /** Seasonality that came with the row; null for an empty slot and without such columns. */
  String seasonality(int slot) {
    return seasonality[slot];
  }

  /** The first row, when there are rows and none of them fits the grid. */
  Optional<Long> misalignedRow() {
    return anyRow && !anySlot ? Optional.of(firstRow) : Optional.empty();
  }
}

package io.dtkspark.detect;

import io.dtkspark.series.Series;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.StateStore;
import java.util.Arrays;
import java.util.List;

/**
 * The newest stored points of a metric with their seasonality, for those who look at all of them at
 * once.
 */
public final class History {

  private final DatapointBuffer rows;
  private final SeasonalityReader seasonality;
  private final int first;

  private History(DatapointBuffer rows, int first) {
    this.rows = rows;
    this.first = first;
    // The columns of the very first row count, as in the original, even where it is not used.
    this.seasonality =
        new SeasonalityReader(rows, rows.size() == 0 ? "" : rows.seasonalityColumns(0));
  }

  /** Reads the points of {@code range} and keeps the newest {@code limit} of them. */
  public static History read(StateStore store, String metric, TimeRange range, int limit) {
    DatapointBuffer rows = new DatapointBuffer(true);
    store.readDatapoints(metric, range, rows);
    return new History(rows, Math.max(0, rows.size() - limit));
  }

  public int size() {
    return rows.size() - first;
  }

  public Series series() {
    Series all = rows.series();
    return new Series(
        Arrays.copyOfRange(all.epochMillis(), first, all.size()),
        Arrays.copyOfRange(all.values(), first, all.size()),
        all.size() - first);
  }

  /** Names of the seasonality columns in stored order. */
  public List<String> columns() {
    return seasonality.columns();
  }

  /** A column's values as numbers, one per point, equal where the values are equal. */
  public int[] codes(String column) {
    return Arrays.copyOfRange(seasonality.codes(column), first, rows.size());
  }

  /** What the numbers of a column stand for, as Python prints it; null for a missing value. */
  public List<String> labels(String column) {
    return seasonality.labels(column);
  }
}

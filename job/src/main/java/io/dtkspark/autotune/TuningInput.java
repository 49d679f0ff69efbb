package io.dtkspark.autotune;

import io.dtkspark.autotune.label.LabelGrid;
import io.dtkspark.series.Series;

/**
 * What a search looks at.
 *
 * @param series the points to train on, at least one
 * @param seasonality columns of the same rows
 * @param labels incidents on the same rows; supervised when there are any
 */
public record TuningInput(
    String metric,
    long intervalSeconds,
    Series series,
    SeasonalityTable seasonality,
    LabelGrid labels,
    AutotuneSettings settings) {

  public TuningInput {
    if (series.size() == 0 || labels.rows() != series.size()) {
      throw new IllegalArgumentException("labels and at least one point belong together");
    }
  }

  /** The oldest point, epoch milliseconds. */
  public long firstMillis() {
    return series.epochMillis()[0];
  }

  /** The newest point, epoch milliseconds. */
  public long lastMillis() {
    return series.epochMillis()[series.size() - 1];
  }
}

package io.dtkspark.browser;

import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.ScoringBatch;
import io.dtkspark.seasonality.SeasonalityKeys;
import io.dtkspark.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One call of a detector, to be made on the JVM and in JavaScript.
 *
 * @param components seasonality components of one column each, codes by row
 */
record ScoringCase(
    DetectorSpec spec, Series series, List<int[]> components, List<ScoringBatch> batches) {

  /** Cuts all rows into batches of {@code batchSize} rows, each with its context before it. */
  static ScoringCase inBatches(
      DetectorSpec spec, Series series, List<int[]> components, int batchSize) {
    List<ScoringBatch> batches = new ArrayList<>();
    for (int from = 0; from < series.size(); from += batchSize) {
      int to = Math.min(series.size(), from + batchSize);
      batches.add(new ScoringBatch(Math.max(0, from - spec.contextSize()), from, to));
    }
    return new ScoringCase(spec, series, components, batches);
  }

  /** Scores on the JVM. */
  DetectionColumns score() {
    SeasonalityKeys keys = new SeasonalityKeys(series.size());
    components.forEach(keys::component);
    DetectionColumns columns = new DetectionColumns();
    columns.reset(series.size(), spec.statistics().size(), components.size());
    spec.newDetector().score(series, keys.build(), batches.toArray(ScoringBatch[]::new), columns);
    return columns;
  }

  /** All numbers that JavaScript needs: timestamps, values and codes, one after the other. */
  double[] input() {
    double[] input = new double[series.size() * (2 + components.size())];
    int next = 0;
    for (long millis : series.epochMillis()) {
      input[next++] = millis;
    }
    for (double value : series.values()) {
      input[next++] = value;
    }
    for (int[] codes : components) {
      for (int code : codes) {
        input[next++] = code;
      }
    }
    return input;
  }

  /** The rest. */
  String json() {
    List<Integer> rows = new ArrayList<>();
    batches.forEach(batch -> rows.addAll(List.of(batch.contextFrom(), batch.from(), batch.to())));
    return "{\"rows\": %d, \"components\": %d, \"statistics\": %d, \"batches\": %s, \"spec\": %s}"
        .formatted(
            series.size(), components.size(), spec.statistics().size(), rows, SpecJson.of(spec));
  }

  @Override
  public String toString() {
    return spec + ", " + components.size() + " components, batches " + Arrays.asList(batches);
  }
}

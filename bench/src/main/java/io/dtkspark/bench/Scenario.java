package io.dtkspark.bench;

import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.detector.Detector;
import io.dtkspark.detector.ScoringBatch;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A detector and a series to score with it; windows are full from the first scored row on. */
final class Scenario {

  private final Setting setting;
  private final int rows;
  private final Series series;
  private final SeasonalityGroups groups;
  private final ScoringBatch[] batches;
  private final Detector detector;
  private final DetectionColumns out = new DetectionColumns();

  /**
   * @param name see {@link Setting}
   * @param window rows of the window
   * @param shape a {@link SeriesShape} in lower case
   * @param rows rows to score
   */
  Scenario(String name, int window, String shape, int rows) {
    setting = Setting.named(name, window);
    this.rows = rows;
    int size = setting.contextRows() + rows;
    long[] epochMillis = setting.seasonality().epochMillis(size);
    double[] values = SeriesShape.valueOf(shape.toUpperCase(Locale.ROOT)).values(size);
    series = new Series(epochMillis, values, size);
    groups = setting.seasonality().groups(epochMillis);
    batches = batches(size);
    detector = setting.spec().newDetector();
  }

  private ScoringBatch[] batches(int size) {
    List<ScoringBatch> list = new ArrayList<>();
    int from = setting.contextRows();
    while (from < size) {
      int to = from + Math.min(setting.batchRows(), size - from);
      list.add(new ScoringBatch(from - setting.contextRows(), from, to));
      from = to;
    }
    return list.toArray(ScoringBatch[]::new);
  }

  /** Rows before the first scored one. */
  int contextRows() {
    return setting.contextRows();
  }

  /** Scored rows. */
  int rows() {
    return rows;
  }

  Series series() {
    return series;
  }

  /** Scores all rows; the result is overwritten by the next call. */
  DetectionColumns score() {
    out.reset(rows, setting.spec().statistics().size(), groups.components());
    detector.score(series, groups, batches, out);
    return out;
  }
}

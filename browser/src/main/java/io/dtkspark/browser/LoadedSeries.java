package io.dtkspark.browser;

import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.ScoringBatch;
import io.dtkspark.detector.ThresholdSweep;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.seasonality.SeasonalityKeys;
import io.dtkspark.series.Series;
import org.teavm.jso.JSExport;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.typedarrays.Int32Array;

/**
 * Datapoints and their seasonality keys, kept between calls: when a knob moves, only {@link #score}
 * is repeated, and only {@link #judge} when it is the threshold.
 *
 * <p>Lengths are checked here because JavaScript does not check the bounds of arrays later.
 */
public final class LoadedSeries {

  private final Series series;
  private final SeasonalityKeys keys;
  private final DetectionColumns columns = new DetectionColumns();
  private SeasonalityGroups groups = SeasonalityGroups.NONE;
  private ThresholdSweep sweep;

  LoadedSeries(double[] epochMillis, double[] values) {
    long[] millis = new long[epochMillis.length];
    for (int row = 0; row < millis.length; row++) {
      millis[row] = (long) epochMillis[row];
    }
    series = new Series(millis, values, values.length);
    keys = new SeasonalityKeys(values.length);
  }

  /**
   * Adds a seasonality component.
   *
   * @param codes one array per column of the component: a number per row, equal for equal values;
   *     no arrays at all put every row in one group
   */
  @JSExport
  public void addComponent(JSArrayReader<Int32Array> codes) {
    int[][] columnsOfComponent = new int[codes.getLength()][];
    for (int c = 0; c < columnsOfComponent.length; c++) {
      columnsOfComponent[c] = codes.get(c).toJavaArray();
      if (columnsOfComponent[c].length != series.size()) {
        throw new IllegalArgumentException(
            columnsOfComponent[c].length + " codes for " + series.size() + " rows");
      }
    }
    groups = keys.component(columnsOfComponent).build();
  }

  /**
   * Scores batches of rows.
   *
   * @param parameters see {@link SpecReader}
   * @param batches three row numbers per batch, one after the other: first row of the context,
   *     first row to score, first row after the batch; see {@link ScoringBatch}. At least one batch
   * @return views of arrays that the next call writes to
   */
  @JSExport
  public ScoredRows score(ParameterObject.Properties parameters, Int32Array batches) {
    DetectorSpec spec = SpecReader.read(new ParameterObject("", parameters));
    ScoringBatch[] layout = layout(batches.toJavaArray());
    int rows = layout[layout.length - 1].to() - layout[0].from();
    columns.reset(rows, spec.statistics().size(), groups.components());
    if (spec instanceof WindowedSpec windowed && !windowed.clamp()) {
      sweep = windowed.newSweep();
      sweep.describe(series, groups, layout, columns);
      sweep.judge(windowed.threshold(), columns);
    } else {
      sweep = null;
      spec.newDetector().score(series, groups, layout, columns);
    }
    return new ScoredRows(columns);
  }

  /**
   * Judges the rows of the last {@link #score} again with another threshold: many times faster than
   * to score them.
   *
   * @throws IllegalStateException when the last detector was not a windowed one without clamp
   */
  @JSExport
  public ScoredRows judge(double threshold) {
    if (sweep == null) {
      throw new IllegalStateException(
          "only rows of a windowed detector that does not clamp can be judged again");
    }
    sweep.judge(threshold, columns);
    return new ScoredRows(columns);
  }

  private ScoringBatch[] layout(int[] rows) {
    if (rows.length == 0 || rows.length % 3 != 0 || rows[rows.length - 1] > series.size()) {
      throw new IllegalArgumentException(
          "batches need three numbers each and end at row " + series.size() + " at most");
    }
    ScoringBatch[] layout = new ScoringBatch[rows.length / 3];
    for (int b = 0; b < layout.length; b++) {
      layout[b] = new ScoringBatch(rows[3 * b], rows[3 * b + 1], rows[3 * b + 2]);
    }
    return layout;
  }
}

package io.dtkspark.browser;

import io.dtkspark.detector.DetectionColumns;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Float64Array;
import org.teavm.jso.typedarrays.Int32Array;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * The columns of a {@link DetectionColumns} as typed arrays, one element per scored row. Which
 * elements mean something is said there. The arrays are views: the next call of {@link
 * LoadedSeries#score} overwrites them, so copy what must stay and never transfer their buffers.
 */
public final class ScoredRows {

  private final DetectionColumns columns;

  ScoredRows(DetectionColumns columns) {
    this.columns = columns;
  }

  @JSExport
  @JSProperty
  public Int8Array getVerdict() {
    return new Int8Array(Int8Array.fromJavaArray(columns.verdict).getBuffer(), 0, columns.size());
  }

  @JSExport
  @JSProperty
  public Float64Array getProcessed() {
    return view(columns.processed);
  }

  @JSExport
  @JSProperty
  public Float64Array getSmoothed() {
    return view(columns.smoothed);
  }

  @JSExport
  @JSProperty
  public Float64Array getLower() {
    return view(columns.lower);
  }

  @JSExport
  @JSProperty
  public Float64Array getUpper() {
    return view(columns.upper);
  }

  @JSExport
  @JSProperty
  public Int32Array getWindowSize() {
    return view(columns.windowSize);
  }

  /** A statistic of the window, in the order of {@code DetectorSpec.statistics()}. */
  @JSExport
  public Float64Array global(int statistic) {
    return view(columns.global[statistic]);
  }

  /** A statistic after the seasonality multipliers. */
  @JSExport
  public Float64Array adjusted(int statistic) {
    return view(columns.adjusted[statistic]);
  }

  @JSExport
  @JSProperty
  public Float64Array getEffectiveSamples() {
    return view(columns.effectiveSamples);
  }

  @JSExport
  @JSProperty
  public Float64Array getSlope() {
    return view(columns.slope);
  }

  @JSExport
  @JSProperty
  public Int32Array getClampedInWindow() {
    return view(columns.clampedInWindow);
  }

  /** Rows of the window in the row's group, by component in the order they were added. */
  @JSExport
  public Int32Array groupSize(int component) {
    return view(columns.groupSize[component]);
  }

  @JSExport
  public Float64Array multiplier(int component, int statistic) {
    return view(columns.multiplier[component][statistic]);
  }

  @JSExport
  @JSProperty
  public Float64Array getDistance() {
    return view(columns.distance);
  }

  @JSExport
  @JSProperty
  public Float64Array getSeverity() {
    return view(columns.severity);
  }

  private Float64Array view(double[] column) {
    return new Float64Array(Float64Array.fromJavaArray(column).getBuffer(), 0, columns.size());
  }

  private Int32Array view(int[] column) {
    return new Int32Array(Int32Array.fromJavaArray(column).getBuffer(), 0, columns.size());
  }
}

package io.dtkspark.browser;

import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Float64Array;

/** What the module {@code kernels.js} exports. */
public final class KernelExports {

  private KernelExports() {}

  /**
   * Takes the datapoints of a metric in ascending time.
   *
   * @param epochMillis timestamps, whole milliseconds, UTC; copied
   * @param values one value per timestamp, NaN = gap; not copied, not modified
   */
  @JSExport
  public static LoadedSeries series(Float64Array epochMillis, Float64Array values) {
    return new LoadedSeries(epochMillis.toJavaArray(), values.toJavaArray());
  }
}

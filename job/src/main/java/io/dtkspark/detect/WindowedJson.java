package io.dtkspark.detect;

import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.detector.Smoothing;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.json.JsonText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Metadata of MAD, Z-Score and IQR. Keys are sorted, as stored: {@code adjusted_*}, {@code
 * direction}, {@code distance}, {@code ess}, {@code global_*}, {@code preprocessing}, {@code
 * seasonality_groups}, {@code severity}, {@code stabilized_in_window}, {@code
 * trend_slope_per_point}, {@code window_size}.
 */
final class WindowedJson implements DetectionJson {

  private static final byte[] ESS = DetectionJson.key("ess");
  private static final byte[] GROUPS = DetectionJson.key("seasonality_groups");
  private static final byte[] SLOPE = DetectionJson.key("trend_slope_per_point");
  private static final byte[] SMOOTHED_VALUE = DetectionJson.key("smoothed_value");
  private static final byte[] WINDOW_SIZE = DetectionJson.key("window_size");

  /** Below it ten times a number is off by less than {@link #CLOSE_TO_HALF}. */
  private static final double EXACT_TENTHS = 1e9;

  private static final double CLOSE_TO_HALF = 1e-6;

  private final WindowedSpec spec;
  private final boolean smoothed;
  private final boolean weighted;

  /** Indexes of the statistics, ordered by name. */
  private final int[] sorted;

  /** Keys by statistic. */
  private final byte[][] adjusted;

  private final byte[][] global;

  /** {@code min_samples} and the reason, of a window too small to score. */
  private final byte[] insufficient;

  /** {@code preprocessing}: whole without smoothing, else up to the smoothed value. */
  private final byte[] preprocessing;

  private final byte[] smoothing;
  private final SeasonalityGroupJson groups;

  WindowedJson(WindowedSpec spec, List<List<String>> components) {
    this.spec = spec;
    List<String> names = spec.statistics();
    sorted =
        IntStream.range(0, names.size())
            .boxed()
            .sorted(Comparator.comparing(names::get))
            .mapToInt(Integer::intValue)
            .toArray();
    adjusted = keys("adjusted_", names);
    global = keys("global_", names);
    insufficient =
        new JsonText()
            .name("min_samples")
            .value(spec.minSamples())
            .json(Fragments.INSUFFICIENT_DATA)
            .toBytes();
    smoothed = spec.smoothing().kind() != Smoothing.Kind.NONE;
    weighted = !spec.weights().isUniform();
    JsonText member = new JsonText().name("preprocessing").beginObject();
    member.name("input_type").value(spec.inputType().key());
    preprocessing =
        smoothed ? member.toBytes() : member.name("smoothing").nullValue().endObject().toBytes();
    String kind = spec.smoothing().kind().name().toLowerCase(Locale.ROOT);
    smoothing = new JsonText().name("smoothing").value(kind).endObject().toBytes();
    groups = new SeasonalityGroupJson(names, components, spec.minSamplesPerGroup());
  }

  private static byte[][] keys(String prefix, List<String> names) {
    return names.stream().map(name -> DetectionJson.key(prefix + name)).toArray(byte[][]::new);
  }

  @Override
  public void write(JsonText json, DetectionColumns columns, int row) {
    switch (columns.verdict[row]) {
      case DetectionColumns.MISSING_DATA -> json.json(Fragments.MISSING_DATA);
      case DetectionColumns.INSUFFICIENT_DATA ->
          json.json(insufficient).json(WINDOW_SIZE).value(columns.windowSize[row]);
      default -> scored(json, columns, row);
    }
  }

  private void scored(JsonText json, DetectionColumns columns, int row) {
    for (int statistic : sorted) {
      json.json(adjusted[statistic]).value(columns.adjusted[statistic][row]);
    }
    DetectionJson.anomaly(json, columns, row);
    if (weighted) {
      json.json(ESS).value(rounded(columns.effectiveSamples[row]));
    }
    for (int statistic : sorted) {
      json.json(global[statistic]).value(columns.global[statistic][row]);
    }
    preprocessing(json, columns, row);
    groups(json, columns, row);
    DetectionJson.severity(json, columns, row);
    if (spec.clamp() && columns.clampedInWindow[row] > 0) {
      json.json(Fragments.STABILIZED).value(columns.clampedInWindow[row]);
    }
    if (spec.detrend()) {
      json.json(SLOPE).value(columns.slope[row]);
    }
    json.json(WINDOW_SIZE).value(columns.windowSize[row]);
  }

  private void preprocessing(JsonText json, DetectionColumns columns, int row) {
    if (smoothed) {
      json.json(preprocessing).json(SMOOTHED_VALUE).value(columns.smoothed[row]).json(smoothing);
    } else if (spec.inputType().isChange()) {
      json.json(preprocessing);
    }
  }

  private void groups(JsonText json, DetectionColumns columns, int row) {
    int components = columns.groupSize.length;
    if (components > 0) {
      json.json(GROUPS).beginArray();
      for (int component = 0; component < components; component++) {
        groups.write(json, columns, component, row);
      }
      json.endArray();
    }
  }

  /** Rounds to one decimal as Python's round(): the exact value decides, halves go to even. */
  static double rounded(double value) {
    double tenths = value * 10;
    double below = Math.floor(tenths);
    double fraction = tenths - below;
    if (tenths < EXACT_TENTHS && Math.abs(fraction - 0.5) > CLOSE_TO_HALF) {
      return (fraction < 0.5 ? below : below + 1) / 10;
    }
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN).doubleValue()
        : value;
  }
}

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

  private static final String REASON = "reason";

  private final WindowedSpec spec;
  private final List<List<String>> components;
  private final JsonText json = new JsonText();

  /** Indexes of the statistics, ordered by name. */
  private final int[] sorted;

  private final String[] adjustedKeys;
  private final String[] globalKeys;

  /** Keys after {@code group_size}: the multipliers and the reason, ordered. */
  private final String[] groupKeys;

  /** Per key of {@link #groupKeys} the statistic, -1 for the reason. */
  private final int[] groupStatistics;

  WindowedJson(WindowedSpec spec, List<List<String>> components) {
    this.spec = spec;
    this.components = components;
    List<String> names = spec.statistics();
    sorted =
        IntStream.range(0, names.size())
            .boxed()
            .sorted(Comparator.comparing(names::get))
            .mapToInt(Integer::intValue)
            .toArray();
    adjustedKeys = names.stream().map(name -> "adjusted_" + name).toArray(String[]::new);
    globalKeys = names.stream().map(name -> "global_" + name).toArray(String[]::new);
    List<String> multipliers = names.stream().map(name -> name + "_multiplier").toList();
    groupKeys =
        IntStream.rangeClosed(0, names.size())
            .mapToObj(i -> i < names.size() ? multipliers.get(i) : REASON)
            .sorted()
            .toArray(String[]::new);
    groupStatistics = new int[groupKeys.length];
    for (int i = 0; i < groupKeys.length; i++) {
      groupStatistics[i] = multipliers.indexOf(groupKeys[i]);
    }
  }

  @Override
  public CharSequence metadata(DetectionColumns columns, int row) {
    json.clear().beginObject();
    switch (columns.verdict[row]) {
      case DetectionColumns.MISSING_DATA -> json.name(REASON).value("missing_data");
      case DetectionColumns.INSUFFICIENT_DATA -> {
        json.name("min_samples").value(spec.minSamples());
        json.name(REASON).value("insufficient_data");
        json.name("window_size").value(columns.windowSize[row]);
      }
      default -> scored(columns, row);
    }
    return json.endObject().chars();
  }

  private void scored(DetectionColumns columns, int row) {
    for (int statistic : sorted) {
      json.name(adjustedKeys[statistic]).value(columns.adjusted[statistic][row]);
    }
    DetectionJson.beginWithAnomaly(json, columns, row);
    if (!spec.weights().isUniform()) {
      json.name("ess").value(rounded(columns.effectiveSamples[row]));
    }
    for (int statistic : sorted) {
      json.name(globalKeys[statistic]).value(columns.global[statistic][row]);
    }
    preprocessing(columns, row);
    groups(columns, row);
    DetectionJson.severity(json, columns, row);
    if (spec.clamp() && columns.clampedInWindow[row] > 0) {
      json.name("stabilized_in_window").value(columns.clampedInWindow[row]);
    }
    if (spec.detrend()) {
      json.name("trend_slope_per_point").value(columns.slope[row]);
    }
    json.name("window_size").value(columns.windowSize[row]);
  }

  private void preprocessing(DetectionColumns columns, int row) {
    boolean smoothed = spec.smoothing().kind() != Smoothing.Kind.NONE;
    if (!smoothed && !spec.inputType().isChange()) {
      return;
    }
    json.name("preprocessing").beginObject();
    json.name("input_type").value(spec.inputType().key());
    if (smoothed) {
      json.name("smoothed_value").value(columns.smoothed[row]);
      json.name("smoothing").value(spec.smoothing().kind().name().toLowerCase(Locale.ROOT));
    } else {
      json.name("smoothing").nullValue();
    }
    json.endObject();
  }

  private void groups(DetectionColumns columns, int row) {
    if (columns.groupSize.length == 0) {
      return;
    }
    json.name("seasonality_groups").beginArray();
    for (int component = 0; component < columns.groupSize.length; component++) {
      group(columns, component, row);
    }
    json.endArray();
  }

  private void group(DetectionColumns columns, int component, int row) {
    int size = columns.groupSize[component][row];
    json.beginObject().name("group").beginArray();
    components.get(component).forEach(json::value);
    json.endArray().name("group_size").value(size);
    for (int i = 0; i < groupKeys.length; i++) {
      int statistic = groupStatistics[i];
      if (statistic >= 0) {
        json.name(groupKeys[i]).value(columns.multiplier[component][statistic][row]);
      } else if (size < spec.minSamplesPerGroup()) {
        json.name(REASON).value("insufficient_group_data");
      }
    }
    json.endObject();
  }

  /** Rounds to one decimal as Python's round(): the exact value decides, halves go to even. */
  private static double rounded(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN).doubleValue()
        : value;
  }
}

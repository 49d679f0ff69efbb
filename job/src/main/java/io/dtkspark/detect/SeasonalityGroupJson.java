package io.dtkspark.detect;

import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.json.JsonText;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An element of {@code seasonality_groups}: {@code group}, {@code group_size}, then the multipliers
 * and the {@code reason} of a group too small to adjust anything, sorted.
 */
final class SeasonalityGroupJson {

  private static final byte[] TOO_SMALL = DetectionJson.reason("insufficient_group_data");
  private static final String REASON = "reason";

  private final int minSamples;

  /** Per component the names of its columns, and the key of the size. */
  private final byte[][] heads;

  /** Keys of the multipliers in order; null for the reason. */
  private final byte[][] keys;

  /** Per key its statistic. */
  private final int[] statistics;

  SeasonalityGroupJson(List<String> names, List<List<String>> components, int minSamples) {
    this.minSamples = minSamples;
    heads = components.stream().map(SeasonalityGroupJson::head).toArray(byte[][]::new);
    List<String> multipliers = names.stream().map(name -> name + "_multiplier").toList();
    List<String> sorted =
        IntStream.rangeClosed(0, names.size())
            .mapToObj(i -> i < names.size() ? multipliers.get(i) : REASON)
            .sorted()
            .toList();
    keys =
        sorted.stream()
            .map(name -> name.equals(REASON) ? null : DetectionJson.key(name))
            .toArray(byte[][]::new);
    statistics = sorted.stream().mapToInt(multipliers::indexOf).toArray();
  }

  private static byte[] head(List<String> component) {
    JsonText json = new JsonText().name("group").beginArray();
    component.forEach(json::value);
    return json.endArray().name("group_size").toBytes();
  }

  void write(JsonText json, DetectionColumns columns, int component, int row) {
    int size = columns.groupSize[component][row];
    json.beginObject().json(heads[component]).value(size);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != null) {
        json.json(keys[i]).value(columns.multiplier[component][statistics[i]][row]);
      } else if (size < minSamples) {
        json.json(TOO_SMALL);
      }
    }
    json.endObject();
  }
}

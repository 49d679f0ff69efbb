package io.dtkspark.autotune;

import io.dtkspark.json.JsonTree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One step of a search and why it went as it did.
 *
 * @param message for people
 * @param fields the same for programs: values as {@link JsonTree} takes them
 */
public record Decision(Stage stage, String message, Map<String, Object> fields) {

  public Decision {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** What a decision is about; the key is what {@code decision_log_json} holds. */
  public enum Stage {
    LABELS("labels", "LABELS"),
    SEASONALITY("seasonality", "SEASONALITY"),
    DETECTOR_SELECT("detector_select", "DETECTOR SELECT"),
    REGIME("regime", "REGIME"),
    GRID_SEARCH("grid_search", "GRID SEARCH"),
    WINDOW("window", "WINDOW");

    private final String key;
    private final String title;

    Stage(String key, String title) {
      this.key = key;
      this.title = title;
    }

    public String key() {
      return key;
    }

    /** The heading over its messages on a terminal. */
    public String title() {
      return title;
    }
  }

  Map<String, Object> toTree() {
    return Map.of("stage", stage.key(), "message", message, "fields", fields);
  }
}

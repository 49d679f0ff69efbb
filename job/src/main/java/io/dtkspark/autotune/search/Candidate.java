package io.dtkspark.autotune.search;

import io.dtkspark.detector.DetectorSpec;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A detector that might be the answer. Small and serializable; equal ids are the same detector.
 *
 * @param params all parameters given to it, pinned ones included, in the original's order
 * @param components seasonality columns per component; empty = none
 */
public record Candidate(
    TunableType type,
    Map<String, Object> params,
    String detectorId,
    DetectorSpec spec,
    List<List<String>> components)
    implements Serializable {

  public Candidate {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /** The parameters to write into a file: those that are set to something. */
  public Map<String, Object> setParams() {
    Map<String, Object> set = new LinkedHashMap<>(params);
    set.values().removeIf(value -> value == null);
    set.remove("seasonality_components", List.of());
    return set;
  }

  /** The components as they stand in the parameters; empty for none. */
  List<Object> seasonality() {
    return params.get("seasonality_components") instanceof List<?> list
        ? List.copyOf(list)
        : List.of();
  }
}

package io.dtkspark.autotune.output;

import io.dtkspark.autotune.AutotuneSettings;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.label.LabelGrid;
import io.dtkspark.config.DetectorIdentity;
import io.dtkspark.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names a search by what went in and what was chosen: six hex digits, the same for the same choice.
 * Neither scores nor the clock take part.
 */
final class RunId {

  private static final int LENGTH = 6;

  private RunId() {}

  static String of(TuningInput input, TuningResult result) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("metric", input.metric());
    payload.put("training_start", Moments.iso(input.firstMillis()));
    payload.put("training_end", Moments.iso(input.lastMillis()));
    payload.put("labels", summary(input.labels()));
    payload.put("detector_type", result.detectorType());
    payload.put("detector_params", result.params());
    payload.put("seasonality", result.seasonality().orElse(null));
    payload.put("scoring_metric", scoring(input.settings()));
    return DetectorIdentity.hash("SHA-256", JsonTree.text(payload)).substring(0, LENGTH);
  }

  private static String scoring(AutotuneSettings settings) {
    return settings.scoring().key();
  }

  private static Map<String, Object> summary(LabelGrid labels) {
    return Map.of(
        "intervals", labels.intervals(),
        "points", labels.points(),
        "positive_grid_points", labels.positives());
  }
}

package io.dtkspark.detect;

import io.dtkspark.detector.ScoringBatch;
import io.dtkspark.detector.WindowedSpec;
import java.util.ArrayList;
import java.util.List;

/** Finds seasonality components whose groups can never fill, as detectkit 0.67.2 warns about. */
final class UnderfilledGroups {

  private UnderfilledGroups() {}

  /** Warnings for the detector of {@code task}, judged by the rows of its first batch. */
  static List<String> warnings(DetectTask task, SeasonalityReader seasonality, ScoringBatch first) {
    List<String> warnings = new ArrayList<>();
    if (task.spec() instanceof WindowedSpec spec) {
      for (List<String> component : task.components()) {
        int keys = seasonality.distinctKeys(component, first.contextFrom(), first.to());
        long needed = (long) spec.minSamplesPerGroup() * keys;
        if (spec.windowSize() < needed) {
          warnings.add(text(task, spec, component, keys, needed));
        }
      }
    }
    return warnings;
  }

  private static String text(
      DetectTask task, WindowedSpec spec, List<String> component, int keys, long needed) {
    return task.header().detectorName()
        + ": seasonality "
        + component
        + " has "
        + keys
        + " keys, so window_size "
        + spec.windowSize()
        + " holds about "
        + spec.windowSize() / keys
        + " points of each, fewer than min_samples_per_group "
        + spec.minSamplesPerGroup()
        + ": the component changes nothing. Raise window_size to "
        + needed
        + " or more, lower min_samples_per_group, or group more coarsely";
  }
}

package io.dtkspark.autotune.search;

import io.dtkspark.detector.AutoregSpec;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.WindowedSpec;
import java.util.List;

/**
 * What a pass over the series depends on: everything but the threshold, unless the detector clamps.
 * Candidates with equal keys share their pass.
 */
record PassKey(DetectorSpec spec, List<List<String>> components) {

  static PassKey of(Candidate candidate) {
    return new PassKey(withoutThreshold(candidate.spec()), candidate.components());
  }

  private static DetectorSpec withoutThreshold(DetectorSpec spec) {
    if (spec instanceof WindowedSpec w && !w.clamp()) {
      return new WindowedSpec(
          w.statistic(),
          0,
          w.windowSize(),
          w.minSamples(),
          w.minSamplesPerGroup(),
          w.inputType(),
          w.smoothing(),
          w.weights(),
          w.detrend(),
          false);
    }
    if (spec instanceof AutoregSpec a && !a.clamp()) {
      return new AutoregSpec(a.lags(), a.windowSize(), 0, a.minSamples(), a.inputType(), false);
    }
    return spec;
  }
}

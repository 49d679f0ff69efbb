package io.dtkspark.autotune.search;

import io.dtkspark.config.DetectorConfig;
import io.dtkspark.config.GeneratedDetector;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes candidates of pinned and searched parameters; the searched ones win. */
final class CandidateFactory {

  private static final String ORIGIN = "autotune.fixed_params";

  private final Map<String, Object> fixed;

  CandidateFactory(Map<String, Object> fixed) {
    this.fixed = fixed;
  }

  /**
   * @throws io.dtkspark.error.DtkException when the parameters do not go together
   */
  Candidate create(TunableType type, Map<String, Object> searched) {
    Map<String, Object> params = new LinkedHashMap<>(fixed);
    params.putAll(searched);
    DetectorConfig.Resolved detector = GeneratedDetector.resolve(ORIGIN, type.key(), params);
    return new Candidate(
        type, params, detector.detectorId(), detector.spec(), detector.seasonalityComponents());
  }
}

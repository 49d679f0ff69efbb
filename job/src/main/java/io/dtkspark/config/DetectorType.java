package io.dtkspark.config;

import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.json.JsonTree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The detectors there are, with the class names and versions of the original that enter detector
 * ids.
 */
enum DetectorType {
  MAD("mad", "MADDetector", "@v3", WindowedParams.MAD::read, true),
  ZSCORE("zscore", "ZScoreDetector", "@v3", WindowedParams.ZSCORE::read, true),
  IQR("iqr", "IQRDetector", "@v3", WindowedParams.IQR::read, true),
  AUTOREG("autoreg", "AutoregDetector", "@v2", AutoregParams::read, false),
  MANUAL_BOUNDS("manual_bounds", "ManualBoundsDetector", "", ManualBoundsParams::read, false);

  /** Short for manual_bounds: the original's factory knows it, its file check does not. */
  private static final String MANUAL = "manual";

  /** Types a file may name; prophet and timesfm were planned and fail when they are to run. */
  static final List<String> KEYS =
      List.of("autoreg", "iqr", "mad", MANUAL, "manual_bounds", "prophet", "timesfm", "zscore");

  private final String key;
  private final String className;
  private final String version;
  private final Function<DetectorParams, DetectorSpec> reader;
  private final boolean seasonal;

  DetectorType(
      String key,
      String className,
      String version,
      Function<DetectorParams, DetectorSpec> reader,
      boolean seasonal) {
    this.key = key;
    this.className = className;
    this.version = version;
    this.reader = reader;
    this.seasonal = seasonal;
  }

  static Optional<DetectorType> of(String key) {
    String full = key.equals(MANUAL) ? MANUAL_BOUNDS.key : key;
    return Arrays.stream(values()).filter(type -> type.key.equals(full)).findFirst();
  }

  DetectorConfig.Resolved resolve(DetectorParams params) {
    DetectorSpec spec = reader.apply(params);
    List<List<String>> components = List.of();
    if (seasonal) {
      components = params.components(params.value("seasonality_components", null));
    } else if (this == AUTOREG) {
      AutoregParams.rejectSeasonality(params);
    }
    params.rejectUnknown(key);
    return new DetectorConfig.Resolved(
        spec,
        DetectorIdentity.detectorId(className + version, params.nonDefault()),
        className,
        json(params),
        components);
  }

  private static String json(DetectorParams params) {
    params
        .nonDefault()
        .forEach(
            (name, value) -> {
              try {
                JsonTree.text(value);
              } catch (IllegalArgumentException e) {
                throw params.wrong(name, value, e.getMessage());
              }
            });
    return JsonTree.text(params.nonDefault());
  }
}

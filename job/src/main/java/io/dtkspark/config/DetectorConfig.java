package io.dtkspark.config;

import io.dtkspark.detector.DetectorSpec;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a metric's {@code detectors} list. Building it checks the shape only; parameter
 * values are checked by {@link #resolve()} in the detect step, as detectkit 0.67.2 does, so a wrong
 * parameter fails its metric after the datapoints were stored.
 */
public interface DetectorConfig {

  /** The type as written: mad, zscore, iqr, manual_bounds, autoreg, prophet or timesfm. */
  String type();

  /**
   * Lower bound of detection in epoch milliseconds, from {@code start_time}.
   *
   * @throws io.dtkspark.error.DtkException CONFIG when it is no ISO 8601 time
   */
  Optional<Long> startTime();

  /**
   * Intervals per detection batch; 1000 by default.
   *
   * @throws io.dtkspark.error.DtkException CONFIG when it is no positive whole number
   */
  int batchSize();

  /**
   * Checks the parameters.
   *
   * @throws io.dtkspark.error.DtkException CONFIG naming file, line, key, value and limit
   */
  Resolved resolve();

  /**
   * A checked detector.
   *
   * @param spec parameters for the kernel
   * @param detectorId first 16 hex digits of the sha256 of class, version and non-default
   *     parameters
   * @param detectorName class name of the original, e.g. {@code MADDetector}
   * @param paramsJson the non-default parameters as stored in {@code detector_params}
   * @param seasonalityComponents column names per component; empty = none
   */
  record Resolved(
      DetectorSpec spec,
      String detectorId,
      String detectorName,
      String paramsJson,
      List<List<String>> seasonalityComponents) {}
}

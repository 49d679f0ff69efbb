package io.dtkspark.detector;

import java.io.Serializable;
import java.util.List;

/**
 * Validated parameters of one detector, as detectkit 0.67.2 defines them. A spec creates its own
 * detector; it is small, immutable and crosses to executors.
 */
public sealed interface DetectorSpec extends Serializable
    permits WindowedSpec, AutoregSpec, ManualBoundsSpec {

  /** Intervals of context to read before a batch so that its first row sees a full window. */
  int contextSize();

  /**
   * Whether rows depend on where batches begin even when no row is absent (smoothing restarts,
   * clamped history restarts). Such detectors score each batch alone.
   */
  boolean restartsAtBatch();

  /** Names of the statistics in the order of {@link DetectionColumns#global}. */
  List<String> statistics();

  Detector newDetector();
}

package io.dtkspark.alert;

/**
 * Who gave a verdict; shared by all detections of one detector.
 *
 * @param id the detector id
 * @param name its class, e.g. {@code MADDetector}
 * @param parameters non-default parameters as JSON
 */
public record DetectorKey(String id, String name, String parameters) {}

package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.store.StateStore.DetectionHeader;
import io.dtkspark.table.DetectionSink;
import io.dtkspark.table.DetectionsTable;
import io.dtkspark.table.TargetTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Detections: the stored row, and detectors kept apart. */
public abstract class DetectionsContract extends StoreContract {

  @Test
  void rowHoldsWhatDetectkitWouldStore() {
    Staging staging = staging(TargetTable.DETECTIONS);
    try (DetectionSink sink = store.stageDetections(staging, detections("cpu", "ab12", CREATED))) {
      byte[] metadata = utf8("{\"reason\":\"missing_data\"}");
      sink.append(hour(0), false, Double.NaN, Double.NaN, Double.NaN, Double.NaN, metadata);
      sink.append(hour(1), true, Double.NEGATIVE_INFINITY, 2.5, 7, 0.1, utf8("{\"q\":\"ü\"}"));
      sink.complete();
    }
    publishDetections("cpu", "ab12", staging);
    String shared = "metric_name=cpu, detector_id=ab12, detector_name=MADDetector, timestamp=";
    String end =
        ", detector_params={\"threshold\":4}, detection_metadata=%s,"
            + " created_at=2024-02-01 10:00:00.123";
    assertEquals(
        List.of(
            shared
                + "2024-01-01 00:00:00, is_anomaly=false, confidence_lower=null,"
                + " confidence_upper=null, value=null, processed_value=null"
                + end.replace("%s", "{\"reason\":\"missing_data\"}"),
            shared
                + "2024-01-01 01:00:00, is_anomaly=true, confidence_lower="
                + (Double.isNaN(stored(Double.NEGATIVE_INFINITY)) ? "null" : "-Infinity")
                + ", confidence_upper=2.5, value=7.0, processed_value=0.1"
                + end.replace("%s", "{\"q\":\"ü\"}")),
        database.rows(
            DetectionsTable.TABLE,
            "metric_name",
            "detector_id",
            "detector_name",
            "timestamp",
            "is_anomaly",
            "confidence_lower",
            "confidence_upper",
            "value",
            "processed_value",
            "detector_params",
            "detection_metadata",
            "created_at"));
  }

  @Test
  void detectorsOfOneMetricHaveTheirOwnRows() {
    publishDetections("cpu", "a", stage(detections("cpu", "a", CREATED), 0, 1, 2));
    publishDetections("cpu", "b", stage(detections("cpu", "b", CREATED), 0, 3));
    assertEquals(Optional.of(hour(1)), store.watermarks().lastDetection("cpu", "a"));
    assertEquals(Optional.of(hour(0)), store.watermarks().lastDetection("cpu", "b"));
    assertEquals(Optional.empty(), store.watermarks().lastDetection("ram", "a"));
  }

  @Test
  void replacingOneDetectorLeavesTheOther() {
    publishDetections("cpu", "a", stage(detections("cpu", "a", CREATED), 0, 1, 2));
    publishDetections("cpu", "b", stage(detections("cpu", "b", CREATED), 0, 3, 4));
    store.publish(
        new Publication(
            TargetTable.DETECTIONS,
            "cpu",
            Optional.of("a"),
            List.of(stage(detections("cpu", "a", CREATED), 1, 5)),
            Optional.of(ALL)));
    assertEquals(
        List.of("detector_id=a, value=5.0", "detector_id=b, value=3.0", "detector_id=b, value=4.0"),
        database.rows(DetectionsTable.TABLE, "detector_id", "value"));
  }

  @Test
  void infinitiesThatCannotBeStoredAreAnnounced() {
    DetectionHeader header = detections("cpu", "d1", CREATED);
    try (DetectionSink sink = store.stageDetections(staging(TargetTable.DETECTIONS), header)) {
      sink.append(hour(0), false, 1, 2, Double.NaN, 1, utf8("{}"));
      assertEquals(List.of(), sink.warnings());
      sink.append(hour(1), false, 1, Double.POSITIVE_INFINITY, 1, 1, utf8("{}"));
      sink.complete();
      boolean lost = Double.isNaN(stored(Double.POSITIVE_INFINITY));
      assertEquals(lost ? 1 : 0, sink.warnings().size());
    }
  }
}

package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.alert.AlertState;
import io.dtkspark.alert.Detection;
import io.dtkspark.alert.DetectionHistory;
import io.dtkspark.alert.DetectorKey;
import io.dtkspark.alert.Direction;
import io.dtkspark.table.AlertStatesTable;
import io.dtkspark.table.DetectionSink;
import io.dtkspark.table.TargetTable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What alerts are decided on. */
public abstract class AlertsContract extends StoreContract {

  private static final String SPIKE = "{\"direction\":\"above\",\"severity\":2.5}";
  private static final String DROP = "{\"severity\":null,\"direction\":\"below\"}";

  @Test
  void aBlockWithoutARowIsNew() {
    assertEquals(AlertState.NEW, store.alerts().state("cpu", "x"));
  }

  @Test
  void aStateIsStoredAsDetectkitWouldStoreIt() {
    store.alerts().save("cpu", "x", new AlertState(CREATED, AlertState.NEVER, 2));
    assertEquals(
        List.of(
            "metric_name=cpu, alert_config_id=x, last_alert_sent=2024-02-01 10:00:00.123,"
                + " last_recovery_sent=null, alert_count=2, updated_at=2024-03-01 12:00:00.5"),
        database.rows(
            AlertStatesTable.TABLE,
            "metric_name",
            "alert_config_id",
            "last_alert_sent",
            "last_recovery_sent",
            "alert_count",
            "updated_at"));
    assertEquals(new AlertState(CREATED, AlertState.NEVER, 2), store.alerts().state("cpu", "x"));
  }

  @Test
  void theLaterOfTwoWritersStays() {
    store.alerts().save("cpu", "x", new AlertState(hour(1), AlertState.NEVER, 1));
    clock.advance(Duration.ofSeconds(1));
    store.alerts().save("cpu", "x", new AlertState(hour(1), hour(2), 1));
    clock.advance(Duration.ofSeconds(-2));
    store.alerts().save("cpu", "x", AlertState.NEW);
    assertEquals(new AlertState(hour(1), hour(2), 1), store.alerts().state("cpu", "x"));
    assertEquals(AlertState.NEW, store.alerts().state("cpu", "y"));
    assertEquals(AlertState.NEW, store.alerts().state("ram", "x"));
  }

  @Test
  void recentDetectionsAreThoseOfTheNewestTimesOfAllDetectors() {
    detect("cpu", "b", CREATED, 0, "", SPIKE, "", DROP, SPIKE);
    detect("cpu", "a", CREATED, 1, DROP, "");
    detect("ram", "b", CREATED, 3, SPIKE);
    DetectionHistory history = store.alerts().history("cpu");
    assertEquals(
        List.of("2 a NONE 0.0", "2 b NONE 0.0", "3 b DOWN 0.0"), texts(history.recent(hour(3), 2)));
    assertEquals(List.of("0 b NONE 0.0"), texts(history.recent(hour(1) - 1, 9)));
    assertEquals(6, history.recent(hour(3) + 1, 1000).size());
    assertEquals(List.of(), history.recent(hour(0) - 1, 3));
    assertEquals(List.of(), store.alerts().history("none").recent(hour(9), 3));
  }

  @Test
  void aDetectionHasItsDetectorItsIntervalAndItsSeverity() {
    detect("cpu", "a", CREATED, 0, SPIKE);
    assertEquals(
        List.of(
            new Detection(
                hour(0),
                new DetectorKey("a", "MADDetector", "{\"threshold\":4}"),
                7,
                Double.NaN,
                2.5,
                true,
                Direction.UP,
                2.5)),
        store.alerts().history("cpu").recent(hour(0), 1));
  }

  @Test
  void theNewestTimeStoredSinceIsReadWhole() {
    detect("cpu", "a", CREATED, 0, "", "", SPIKE);
    detect("cpu", "b", CREATED + 1000, 0, "", DROP);
    DetectionHistory history = store.alerts().history("cpu");
    assertEquals(
        List.of("1 a NONE 0.0", "1 b DOWN 0.0"),
        texts(history.newestStoredAfter(hour(9), CREATED)));
    assertEquals(
        List.of("0 a NONE 0.0", "0 b NONE 0.0"),
        texts(history.newestStoredAfter(hour(0), CREATED)));
    assertEquals(List.of(), history.newestStoredAfter(hour(9), CREATED + 1000));
  }

  @Test
  void aDetectionStoredTwiceCountsOnce() {
    detect("cpu", "a", CREATED, 0, SPIKE);
    detect("cpu", "a", CREATED + 1000, 0, "");
    assertEquals(List.of("0 a NONE 0.0"), texts(store.alerts().history("cpu").recent(hour(0), 1)));
  }

  @Test
  void aGapHasNoValue() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 1, Double.NaN));
    DetectionHistory history = store.alerts().history("cpu");
    assertTrue(history.hasValue(hour(0)));
    assertFalse(history.hasValue(hour(1)), "NULL");
    assertFalse(history.hasValue(hour(2)), "no row");
    assertFalse(store.alerts().history("ram").hasValue(hour(0)));
  }

  /** Stores one detection per metadata, hourly; an empty one is no anomaly. */
  private void detect(
      String metric, String detector, long createdAt, int firstHour, String... metadata) {
    Staging staging = staging(TargetTable.DETECTIONS);
    try (DetectionSink sink =
        store.stageDetections(staging, detections(metric, detector, createdAt))) {
      for (int i = 0; i < metadata.length; i++) {
        boolean anomaly = !metadata[i].isEmpty();
        byte[] text = utf8(anomaly ? metadata[i] : "{\"direction\":\"above\",\"severity\":1}");
        sink.append(hour(firstHour + i), anomaly, Double.NaN, 2.5, 7, 7, text);
      }
      sink.complete();
    }
    publishDetections(metric, detector, staging);
  }

  private static List<String> texts(List<Detection> detections) {
    return detections.stream()
        .map(
            d ->
                (d.epochMillis() - START) / HOUR
                    + " "
                    + d.detector().id()
                    + " "
                    + d.direction()
                    + " "
                    + d.severity())
        .toList();
  }
}

package io.dtkspark.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dtkspark.alert.AlertDecision.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertDecisionTest {

  private static final long STEP = 60_000;
  private static final long NOW = 100 * STEP;
  private static final DetectorKey MAD = new DetectorKey("m1", "MADDetector", "{}");
  private static final DetectorKey IQR = new DetectorKey("q1", "IQRDetector", "{}");

  private final List<Detection> detections = new ArrayList<>();
  private final Map<Detection, Long> stored = new HashMap<>();
  private final Set<Long> missing = new HashSet<>();
  private final AlertRule.Builder rule = AlertRule.builder(STEP).consecutive(2);

  @Test
  void suppressionEndsAtItsTime() {
    add(98, MAD, Direction.UP, 1);
    add(99, MAD, Direction.UP, 1);
    assertEquals(Outcome.SUPPRESSED, decide(AlertState.NEW, NOW + 1).outcome());
    assertEquals(Outcome.ANOMALY, decide(AlertState.NEW, NOW).outcome());
  }

  @Test
  void withoutDetectionsThereIsNothingToDecide() {
    assertEquals(Outcome.NO_DETECTIONS, decide(AlertState.NEW).outcome());
  }

  @Test
  void aGapBreaksTheChain() {
    add(97, MAD, Direction.UP, 1);
    add(99, MAD, Direction.UP, 1);
    assertEquals(Outcome.QUIET, decide(AlertState.NEW).outcome());
  }

  @Test
  void theNewestPointLocksTheDirection() {
    add(98, MAD, Direction.DOWN, 1);
    add(99, MAD, Direction.UP, 1);
    assertEquals(Outcome.QUIET, decide(AlertState.NEW).outcome());
    rule.quorum(1, DirectionPolicy.ANY);
    assertEquals(Outcome.ANOMALY, decide(AlertState.NEW).outcome());
  }

  @Test
  void theMoreSevereSideWinsATie() {
    rule.consecutive(1);
    add(99, MAD, Direction.UP, 1);
    add(99, IQR, Direction.DOWN, 2);
    Alert.Anomaly anomaly = (Alert.Anomaly) decide(AlertState.NEW).alert().orElseThrow();
    assertEquals(Direction.DOWN, anomaly.direction());
    assertEquals(IQR, anomaly.leader().detector());
  }

  @Test
  void missingDataComesBeforeAnomalies() {
    add(98, MAD, Direction.UP, 1);
    add(99, MAD, Direction.UP, 1);
    missing.add(99 * STEP);
    rule.notifiesNoData(true);
    assertEquals(Outcome.NO_DATA, decide(AlertState.NEW).outcome());
  }

  @Test
  void theCooldownKeepsQuietUntilItIsOver() {
    add(98, MAD, Direction.UP, 1);
    add(99, MAD, Direction.UP, 1);
    rule.cooldown(10 * STEP, false);
    AlertState alerted = AlertState.NEW.alerted(NOW - 10 * STEP + 1);
    assertEquals(Outcome.QUIET, decide(alerted).outcome());
    assertEquals(Outcome.ANOMALY, decide(AlertState.NEW.alerted(NOW - 10 * STEP)).outcome());
  }

  @Test
  void nothingNewSinceTheAlertCountsAsRecovered() {
    add(98, MAD, Direction.UP, 1);
    add(99, MAD, Direction.UP, 1);
    rule.cooldown(10 * STEP, true);
    assertEquals(Outcome.ANOMALY, decide(AlertState.NEW.alerted(NOW)).outcome());
  }

  @Test
  void aRecoveryIsToldOnce() {
    add(96, MAD, Direction.UP, 1);
    add(97, MAD, Direction.UP, 1);
    add(98, MAD, Direction.NONE, 0);
    add(99, MAD, Direction.NONE, 0);
    rule.notifiesRecovery(true);
    AlertState alerted = AlertState.NEW.alerted(97 * STEP + 1);
    Alert.Recovery recovery = (Alert.Recovery) decide(alerted).alert().orElseThrow();
    assertEquals(new Streak(2, 96 * STEP, false), recovery.incident());
    AlertState told = alerted.recovered(NOW);
    assertEquals(new AlertState(97 * STEP + 1, NOW, 1), told);
    assertFalse(decide(told).alert().isPresent());
  }

  @Test
  void theFractionRuleNeedsAnAnomalyNow() {
    rule.consecutive(5).fraction(4 * STEP, 0.5);
    add(96, MAD, Direction.UP, 1);
    add(98, MAD, Direction.UP, 1);
    add(99, MAD, Direction.NONE, 0);
    assertEquals(Outcome.QUIET, decide(AlertState.NEW).outcome());
    detections.remove(2);
    add(99, MAD, Direction.UP, 3);
    Alert.Anomaly anomaly = (Alert.Anomaly) decide(AlertState.NEW).alert().orElseThrow();
    assertEquals(new Streak(3, 96 * STEP, false), anomaly.streak());
  }

  @Test
  void rulesThatCannotWorkAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> rule.fraction(STEP, 1.5).build());
    assertThrows(
        IllegalArgumentException.class,
        () -> AlertRule.builder(STEP).quorum(0, DirectionPolicy.ANY).build());
    assertThrows(IllegalArgumentException.class, () -> DirectionPolicy.of("sideways"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Detection(0, MAD, 0, 0, 0, true, Direction.MIXED, 0));
  }

  private AlertDecision decide(AlertState state) {
    return decide(state, AlertState.NEVER);
  }

  private AlertDecision decide(AlertState state, long suppressUntilMillis) {
    StoredDetections history = new StoredDetections(detections, stored, missing);
    return AlertDecision.of(rule.build(), state, history, suppressUntilMillis, 99 * STEP, NOW);
  }

  private void add(int point, DetectorKey detector, Direction direction, double severity) {
    boolean anomaly = direction != Direction.NONE;
    Detection detection =
        new Detection(point * STEP, detector, 5, 0, 4, anomaly, direction, severity);
    detections.add(detection);
    stored.put(detection, point * STEP + 1);
  }
}

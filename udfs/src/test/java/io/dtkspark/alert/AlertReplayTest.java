package io.dtkspark.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertReplayTest {

  private static final long STEP = 60_000;
  private static final List<DetectorKey> DETECTORS =
      List.of(
          new DetectorKey("a", "MADDetector", "{}"),
          new DetectorKey("b", "IQRDetector", "{}"),
          new DetectorKey("c", "MADDetector", "{}"));

  private static final List<Direction> MOSTLY_UP =
      List.of(Direction.UP, Direction.UP, Direction.UP, Direction.DOWN, Direction.NONE);
  private static final List<DirectionPolicy> POLICIES = List.of(DirectionPolicy.values());

  @Test
  void randomReplaysAgreeWithWalkingBack() {
    int alerts = 0;
    for (int seed = 0; seed < 600; seed++) {
      Random random = new Random(seed);
      StoredDetections stored = stored(random, 60);
      AlertRule rule = rule(random);
      List<String> naive = new NaiveReplay(rule).run(stored, 5 * STEP, 62 * STEP);
      assertEquals(naive, replay(rule, stored, 5 * STEP, 62 * STEP), "seed " + seed);
      alerts += naive.size();
    }
    assertTrue(alerts > 5000, "only " + alerts);
  }

  @Test
  void millionsOfAnomaliesTakeOnePass() {
    int points = 2_000_000;
    DetectorKey key = DETECTORS.get(0);
    Iterator<Detection> detections =
        IntStream.range(0, points)
            .mapToObj(n -> detection(key, n * STEP, true, Direction.UP, 1.0))
            .iterator();
    AlertRule rule = AlertRule.builder(STEP).consecutive(points).fraction(1440 * STEP, 1.0).build();
    int[] fired = new int[1];
    new AlertReplay(rule, now -> true, (at, alert) -> fired[0]++)
        .run(0, (points - 1L) * STEP, detections);
    assertEquals(points - 1439, fired[0]);
  }

  @Test
  void aPeriodWithoutDetectionsIsQuiet() {
    AlertRule rule = AlertRule.builder(STEP).notifiesRecovery(true).build();
    assertEquals(List.of(), replay(rule, stored(new Random(1), 0), 0, 10 * STEP));
  }

  private static List<String> replay(AlertRule rule, StoredDetections stored, long from, long to) {
    List<String> fired = new ArrayList<>();
    new AlertReplay(rule, stored::hasValue, (at, alert) -> fired.add(text(at, alert)))
        .run(from, to, stored.detections().iterator());
    return fired;
  }

  private static String text(long at, Alert alert) {
    if (alert instanceof Alert.Recovery recovery) {
      return at + " recovery " + recovery.incident().points();
    }
    if (alert instanceof Alert.Anomaly anomaly) {
      return at + (anomaly.byShare() ? " share " : " run ") + anomaly.streak().points();
    }
    return at + " no data";
  }

  private static StoredDetections stored(Random random, int points) {
    List<Detection> detections = new ArrayList<>();
    Set<Long> missing = new HashSet<>();
    boolean loud = false;
    for (int n = 0; n < points; n++) {
      loud ^= random.nextInt(6) == 0;
      long time = n * STEP + (random.nextInt(60) == 0 ? STEP / 2 : 0);
      if (random.nextInt(20) == 0) {
        missing.add(n * STEP);
      }
      for (DetectorKey key : DETECTORS) {
        boolean anomaly = random.nextInt(10) < (loud ? 8 : 2);
        Direction direction = MOSTLY_UP.get(random.nextInt(MOSTLY_UP.size()));
        if (random.nextInt(15) > 0) {
          detections.add(detection(key, time, anomaly, direction, random.nextInt(3)));
        }
      }
    }
    Map<Detection, Long> storedMillis = new HashMap<>();
    return new StoredDetections(detections, storedMillis, missing);
  }

  private static Detection detection(
      DetectorKey key, long time, boolean anomaly, Direction direction, double severity) {
    Direction told = anomaly ? direction : Direction.NONE;
    return new Detection(time, key, 1.0, 0.0, 2.0, anomaly, told, severity);
  }

  private static AlertRule rule(Random random) {
    AlertRule.Builder rule =
        AlertRule.builder(STEP)
            .quorum(1 + random.nextInt(3), POLICIES.get(random.nextInt(POLICIES.size())))
            .consecutive(1 + random.nextInt(4))
            .notifiesRecovery(random.nextBoolean())
            .notifiesNoData(random.nextInt(4) == 0);
    if (random.nextBoolean()) {
      rule.fraction((2 + random.nextInt(12)) * STEP, (1 + random.nextInt(10)) / 10.0);
    }
    if (random.nextBoolean()) {
      rule.cooldown((1 + random.nextInt(10)) * STEP, random.nextBoolean());
    }
    return rule.build();
  }
}

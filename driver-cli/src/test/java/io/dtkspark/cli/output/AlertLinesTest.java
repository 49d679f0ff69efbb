package io.dtkspark.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.alert.Alert;
import io.dtkspark.alert.AlertDecision;
import io.dtkspark.alert.AlertDecision.Outcome;
import io.dtkspark.alert.Detection;
import io.dtkspark.alert.DetectorKey;
import io.dtkspark.alert.Direction;
import io.dtkspark.alert.Side;
import io.dtkspark.alert.Streak;
import io.dtkspark.config.AlertConfig;
import io.dtkspark.notify.Delivery;
import io.dtkspark.run.BlockReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertLinesTest {

  private static final long TIME = Instant.parse("2024-03-15T10:00:00Z").toEpochMilli();

  @Test
  void aMetricWithoutBlocksSaysSo() {
    assertEquals(List.of("  └─ Alerting not enabled"), written(0));
    assertEquals(List.of("  └─ No active alerting blocks"), written(2));
  }

  @Test
  void aSingleBlockIsNotNumbered() {
    assertEquals(
        List.of(
            "  │ ⚠ Alert: 3 anomalous point(s), up, the latest at 2024-03-15 10:00:00",
            "  │   ✓ chat",
            "  │   ✗ mail: no such host",
            "  └─ Sent 1 of 2 alert(s)"),
        written(1, anomaly()));
    assertEquals(List.of("  └─ No alert needed"), written(1, silent(Outcome.QUIET)));
  }

  @Test
  void severalBlocksAreNumberedAndAddedUp() {
    assertEquals(
        List.of(
            "  │ [1/3] Channels: chat, mail",
            "  │ ⚠ Alert: 3 anomalous point(s), up, the latest at 2024-03-15 10:00:00",
            "  │   ✓ chat",
            "  │   ✗ mail: no such host",
            "  │ └─ Sent 1 of 2 alert(s)",
            "  │ [2/3] Channels: chat, mail",
            "  │ ✓ Recovered at 2024-03-15 10:00:00",
            "  │   ✓ chat",
            "  │ └─ Sent 1 of 1 recovery message(s)",
            "  │ [3/3] Channels: chat, mail",
            "  │ └─ No detections to judge yet",
            "  └─ Total alerts sent: 1"),
        written(3, anomaly(), recovery(), silent(Outcome.NO_DETECTIONS)));
  }

  private static List<String> written(int configured, BlockReport... blocks) {
    List<String> lines = new ArrayList<>();
    new AlertLines((text, styles) -> lines.add(text)).write(configured, List.of(blocks));
    return lines;
  }

  private static BlockReport anomaly() {
    Detection leader = detection();
    Streak streak = new Streak(3, TIME - 7_200_000, false);
    return report(
        Outcome.ANOMALY,
        Optional.of(new Alert.Anomaly(List.of(leader), leader, Side.UP, streak, false)),
        new Delivery("chat", Optional.empty()),
        new Delivery("mail", Optional.of("no such host")));
  }

  private static BlockReport recovery() {
    Alert recovery = new Alert.Recovery(detection(), detection(), Streak.UNKNOWN);
    return report(Outcome.RECOVERY, Optional.of(recovery), new Delivery("chat", Optional.empty()));
  }

  private static BlockReport silent(Outcome outcome) {
    return report(outcome, Optional.empty());
  }

  private static BlockReport report(
      Outcome outcome, Optional<Alert> alert, Delivery... deliveries) {
    AlertConfig block =
        new AlertConfig("id", true, Optional.empty(), List.of("chat", "mail"), 1, "same", 3, false);
    return new BlockReport(block, new AlertDecision(outcome, alert), List.of(deliveries));
  }

  private static Detection detection() {
    DetectorKey detector = new DetectorKey("d", "MADDetector", "{}");
    return new Detection(TIME, detector, 9, 1, 2, true, Direction.UP, 3);
  }
}

package io.dtkspark.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.alert.Alert;
import io.dtkspark.alert.AlertRule;
import io.dtkspark.alert.Detection;
import io.dtkspark.alert.DetectorKey;
import io.dtkspark.alert.Direction;
import io.dtkspark.alert.Side;
import io.dtkspark.alert.Streak;
import io.dtkspark.config.AlertConfig;
import io.dtkspark.config.Interval;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.ProjectAlerts;
import io.dtkspark.config.ProjectConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeTest {

  private static final AlertRule RULE = AlertRule.builder(600_000).build();
  private static final AlertConfig BLOCK =
      new AlertConfig("id", true, Optional.of("Asia/Tokyo"), List.of(), 1, "any", 3, false);
  private static final ProjectConfig PROJECT =
      new ProjectConfig(
          Path.of(""),
          "shop",
          "_dtk_metrics",
          Optional.empty(),
          Optional.empty(),
          new ProjectAlerts(Optional.empty(), true, Optional.of("https://help")));
  private static final Subject SUBJECT =
      Subject.of(
          PROJECT,
          MetricConfig.builder("cpu", Interval.parse("10min"))
              .description(Optional.of(""))
              .synonyms(List.of("load"))
              .build(),
          BLOCK);
  private static final Detection MAD =
      detection(new DetectorKey("b", "MADDetector", "{\"threshold\":4.0}"), Direction.UP, 2.5);
  private static final Detection IQR =
      detection(new DetectorKey("a", "IQRDetector", "{}"), Direction.DOWN, 3.5);

  @Test
  void oneDetectorSpeaksForItself() {
    Evidence evidence = anomaly(List.of(MAD), MAD, Side.UP).evidence();
    assertEquals("MADDetector", evidence.detector());
    assertEquals("{\"threshold\":4.0}", evidence.parameters());
    assertEquals("up", evidence.direction());
    assertEquals(1, evidence.detectors());
  }

  @Test
  void severalDetectorsAreCountedAndTheirParametersListed() {
    Evidence evidence = anomaly(List.of(IQR, MAD), IQR, Side.EITHER).evidence();
    assertEquals("2 detectors", evidence.detector());
    assertEquals("IQRDetector: {}; MADDetector: {\"threshold\":4.0}", evidence.parameters());
    assertEquals("mixed", evidence.direction());
    assertEquals(3.5, evidence.severity());
  }

  @Test
  void aRecoveryShowsTheNewestValueInTheBandThatFired() {
    Streak incident = new Streak(4, 1_200_000, false);
    Notice notice = Notice.of(new Alert.Recovery(IQR, MAD, incident), SUBJECT, RULE, 60);
    assertEquals(NoticeKind.RECOVERY, notice.kind());
    assertEquals("MADDetector", notice.evidence().detector());
    assertEquals("none", notice.evidence().direction());
    assertEquals(incident, notice.streak());
    assertEquals(600, notice.intervalSeconds());
  }

  @Test
  void missingDataAndFailuresHaveNoRule() {
    Notice missing = Notice.of(new Alert.NoData(5000), SUBJECT, RULE, 0);
    Notice failed = Notice.ofFailure(SUBJECT, new Notice.Failure("STORE", "disk full"), 7000);
    for (Notice notice : List.of(missing, failed)) {
      assertTrue(notice.rule().isEmpty());
      assertTrue(Double.isNaN(notice.evidence().value()));
      assertEquals(Streak.UNKNOWN, notice.streak());
    }
    assertEquals("STORE: disk full", new NoticeText(failed).error());
  }

  @Test
  void subjectsKeepWhatTheirBlockSays() {
    assertEquals(Optional.of("shop"), SUBJECT.project());
    assertEquals(Optional.empty(), SUBJECT.description());
    assertEquals(Optional.of("Asia/Tokyo"), SUBJECT.timezone());
    assertEquals(List.of("load"), SUBJECT.synonyms());
    assertEquals(List.of(new Subject.Link(Wording.HELP, "https://help")), SUBJECT.links());
  }

  @Test
  void failuresMentionWhomTheProjectNames() {
    ProjectAlerts.Errors errors =
        new ProjectAlerts.Errors(
            List.of("ops"), List.of("ann"), Optional.empty(), Optional.empty());
    Subject subject = Subject.ofFailure(PROJECT, "<startup>", errors);
    assertEquals("<startup>", subject.metric());
    assertEquals(List.of("ann"), subject.mentions());
    assertEquals(Optional.of("UTC"), subject.timezone());
  }

  private static Notice anomaly(List<Detection> quorum, Detection leader, Side side) {
    Streak streak = new Streak(3, 0, false);
    return Notice.of(new Alert.Anomaly(quorum, leader, side, streak, false), SUBJECT, RULE, 0);
  }

  private static Detection detection(DetectorKey key, Direction direction, double severity) {
    return new Detection(1_800_000, key, 9, 1, 8, true, direction, severity);
  }
}

package io.dtkspark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.alert.AlertDecision.Outcome;
import io.dtkspark.notify.Delivery;
import io.dtkspark.notify.channel.ChatServer;
import io.dtkspark.plan.Step;
import io.dtkspark.report.MetricOutcome;
import io.dtkspark.report.MetricOutcome.Status;
import io.dtkspark.run.TestProject.Range;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alert step of whole runs: what is sent, what is remembered, and what fails. */
class AlertRunTest {

  private static final Range ALL =
      Range.until(Instant.parse("2024-01-03T00:00:00Z").toEpochMilli());
  private static final Set<Step> STEPS = EnumSet.allOf(Step.class);
  private static final String COUNT = "SELECT count(*) FROM detectkit._dtk_";

  /** The last three of 48 points are above the bound. */
  private static final String SPIKE =
      """
      interval: 1h
      loading_start_time: "2024-01-01 00:00:00"
      query: >
        SELECT TIMESTAMP '2024-01-01' + INTERVAL (i) HOUR AS timestamp,
        CASE WHEN i > 44 THEN 100 ELSE i % 7 END AS value FROM range(48) t(i)
      detectors: [{type: manual_bounds, params: {upper_bound: 10}}]
      """;

  @TempDir Path directory;

  private final List<BlockReport> reports = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private ChatServer chat;

  @BeforeEach
  void startChat() throws IOException {
    chat = new ChatServer();
  }

  @AfterEach
  void stopChat() {
    chat.close();
  }

  @Test
  void aBackfillSendsOneAlertAboutItsLastPoint() throws SQLException {
    TestProject project = project().metric("cpu", SPIKE + "alerting: {channels: [chat]}\n");
    MetricOutcome outcome = run(project, STEPS).get(0);
    assertEquals(List.of(Step.LOAD, Step.DETECT, Step.ALERT), outcome.stepsCompleted());
    assertEquals(1, outcome.alertsSent());
    assertEquals(1, chat.received().size());
    String body = new String(chat.last().body(), StandardCharsets.UTF_8);
    assertTrue(body.contains("2024-01-02T23:00:00"), body);
    assertEquals(
        1,
        project.count(
            COUNT
                + "alert_states WHERE alert_count = 1 AND last_recovery_sent IS NULL"
                + " AND last_alert_sent > now() AT TIME ZONE 'UTC' - INTERVAL 1 HOUR"));
  }

  @Test
  void withoutTheAlertStepNothingIsSent() throws SQLException {
    TestProject project = project().metric("cpu", SPIKE + "alerting: {channels: [chat]}\n");
    MetricOutcome outcome = run(project, EnumSet.of(Step.LOAD, Step.DETECT)).get(0);
    assertEquals(0, outcome.alertsSent());
    assertEquals(List.of(), chat.received());
    assertEquals(0, project.count(COUNT + "alert_states"));
  }

  @Test
  void aDeadChannelFailsNeitherTheOthersNorTheMetric() throws SQLException {
    TestProject project =
        project().metric("cpu", SPIKE + "alerting: {channels: [dead, absent, chat]}\n");
    MetricOutcome outcome = run(project, STEPS).get(0);
    assertEquals(Status.SUCCESS, outcome.status());
    assertEquals(1, outcome.alertsSent());
    assertEquals(
        List.of(false, false, true),
        reports.get(0).deliveries().stream().map(Delivery::isDelivered).toList());
    assertEquals(48, project.count(COUNT + "detections"));
  }

  @Test
  void anAlertThatReachedNobodyIsNotRemembered() throws SQLException {
    TestProject project = project().metric("cpu", SPIKE + "alerting: {channels: [dead]}\n");
    MetricOutcome outcome = run(project, STEPS).get(0);
    assertEquals(Status.SUCCESS, outcome.status());
    assertEquals(0, outcome.alertsSent());
    assertEquals(0, project.count(COUNT + "alert_states"));
  }

  @Test
  void blocksAreJudgedOneByOne() throws SQLException {
    TestProject project =
        project()
            .metric(
                "cpu",
                SPIKE
                    + """
                    alerting:
                      - {channels: [chat], consecutive_anomalies: 4}
                      - {channels: [chat], suppress_until: "2999-01-01"}
                      - {channels: [chat], enabled: false}
                      - {channels: [chat], alert_cooldown: 1h, cooldown_reset_on_recovery: false}
                      - {channels: [chat], alert_cooldown: 1h, cooldown_reset_on_recovery: false}
                      - {channels: [chat], no_data_alert: true}
                    """);
    MetricOutcome outcome = run(project, STEPS).get(0);
    assertEquals(
        List.of(Outcome.QUIET, Outcome.SUPPRESSED, Outcome.ANOMALY, Outcome.QUIET, Outcome.NO_DATA),
        reports.stream().map(report -> report.decision().outcome()).toList());
    assertEquals(2, outcome.alertsSent());
    assertEquals(2, project.count(COUNT + "alert_states"), "two blocks share one state");
  }

  @Test
  void aRecoveryIsToldOnceAndIsNoAlert() throws SQLException {
    TestProject project =
        project().metric("cpu", SPIKE + "alerting: {channels: [chat], notify_on_recovery: true}\n");
    run(project, STEPS);
    project.metric(
        "cpu",
        SPIKE.replace("CASE WHEN i > 44 THEN 100 ELSE i % 7 END", "i % 7").replace("48)", "49)")
            + "alerting: {channels: [chat], notify_on_recovery: true}\n");
    Range later = Range.until(Instant.parse("2024-01-03T01:00:00Z").toEpochMilli());
    assertEquals(0, run(project, STEPS, later).get(0).alertsSent());
    run(project, STEPS, later);
    assertEquals(
        List.of(Outcome.ANOMALY, Outcome.RECOVERY, Outcome.QUIET),
        reports.stream().map(report -> report.decision().outcome()).toList());
    assertEquals(2, chat.received().size());
    assertEquals(
        1,
        project.count(
            COUNT + "alert_states WHERE alert_count = 1 AND last_recovery_sent > last_alert_sent"));
  }

  @Test
  void theFirstFailureIsToldAndEndsTheRun() throws SQLException {
    TestProject project =
        project("error_alerting: {enabled: true, channels: [absent, chat]}\n")
            .metric("a", SPIKE)
            .metric("b", SPIKE.replace("upper_bound", "lower_limit"))
            .metric("c", SPIKE);
    assertEquals(
        List.of(Status.SUCCESS, Status.FAILED, Status.SKIPPED),
        run(project, STEPS).stream().map(MetricOutcome::status).toList());
    assertEquals(List.of("b"), told);
    assertEquals("error", chat.last().header("X-Detectkit-Event"));
    assertEquals(0, project.count(COUNT + "datapoints WHERE metric_name = 'c'"));
    assertEquals(0, project.count(COUNT + "metrics WHERE metric_name = 'c'"));
  }

  @Test
  void whoCannotBeToldEndsNothing() {
    TestProject project =
        project("error_alerting: {enabled: true, channels: [absent]}\n")
            .metric("b", SPIKE.replace("upper_bound", "lower_limit"))
            .metric("c", SPIKE);
    assertEquals(
        List.of(Status.FAILED, Status.SUCCESS),
        run(project, STEPS).stream().map(MetricOutcome::status).toList());
    assertEquals(List.of(), told);
  }

  private TestProject project(String... lines) {
    return TestProject.create(directory)
        .projectFile(String.join("", lines))
        .channels(
            """
            chat: {type: webhook, webhook_url: "%s/chat", format: json}
            dead: {type: webhook, webhook_url: "http://127.0.0.1:1/", timeout: 1}
            """
                .formatted(chat.url()));
  }

  private List<MetricOutcome> run(TestProject project, Set<Step> steps) {
    return run(project, steps, ALL);
  }

  private List<MetricOutcome> run(TestProject project, Set<Step> steps, Range range) {
    return project.run("local[1]", 1_000, range, new Recorder(), steps);
  }

  private final class Recorder extends SilentListener {
    @Override
    public void alertsChecked(String metric, List<BlockReport> blocks) {
      reports.addAll(blocks);
    }

    @Override
    public void failureTold(String metric, List<Delivery> deliveries) {
      told.add(metric);
    }
  }
}

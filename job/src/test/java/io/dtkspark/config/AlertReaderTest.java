package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.alert.AlertRule;
import io.dtkspark.error.DtkException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertReaderTest {

  private static final String METRIC = "{name: m, query: q, interval: 60, alerting: ";

  @Test
  void idsAreThoseOfTheOriginal() {
    assertEquals(
        List.of(), Recorded.differences("alerts.tsv", 1, row -> only(row[0]).alertConfigId()));
  }

  @Test
  void emptyBlockHasTheDefaults() {
    AlertConfig alert = only("{}");
    assertEquals(
        new AlertConfig(
            alert.alertConfigId(), true, Optional.empty(), List.of(), 1, "same", 3, false),
        alert);
  }

  @Test
  void everyKeyThatIsKeptIsRead() {
    AlertConfig alert =
        only(
            "{enabled: 'off', timezone: Europe/Berlin, channels: [b, a], min_detectors: '2',"
                + " direction: up, consecutive_anomalies: 5.0, no_data_alert: yes}");
    assertEquals(
        new AlertConfig(
            alert.alertConfigId(),
            false,
            Optional.of("Europe/Berlin"),
            List.of("b", "a"),
            2,
            "up",
            5,
            true),
        alert);
  }

  @Test
  void timingAndMessagesAreKept() {
    AlertConfig alert =
        only(
            "{channels: [ops], alert_cooldown: 2h, cooldown_reset_on_recovery: false,"
                + " notify_on_recovery: true, anomaly_window: 600, min_anomaly_share: 0.4,"
                + " suppress_until: '1970-01-02', mentions: [ann, here],"
                + " template_single: one, template_recovery: '', template_no_data: gap,"
                + " dashboard_url: 'https://d', links: {Runbook: 'https://r', Board: 'http://b'}}");
    AlertRule rule =
        AlertRule.builder(60_000)
            .fraction(600_000, 0.4)
            .cooldown(7_200_000, false)
            .notifiesRecovery(true)
            .build();
    assertEquals(rule, alert.rule(Interval.parse("60s")));
    assertEquals(Optional.of(86_400_000L), alert.timing().suppressUntilMillis());
    AlertMessage message = alert.message();
    assertEquals(Optional.of("one"), message.templates().forAnomaly(5));
    assertEquals(Optional.empty(), message.templates().recovery());
    assertEquals(Optional.of("gap"), message.templates().noData());
    assertEquals(List.of("ann", "here"), message.mentions());
    assertEquals(Optional.of("https://d"), message.dashboardUrl());
    assertEquals(List.of("Runbook", "Board"), List.copyOf(message.links().keySet()));
    assertTrue(alert.isActive());
  }

  @Test
  void aCooldownThatIsNoDurationFailsWhenItIsUsed() {
    AlertConfig alert = only("{alert_cooldown: soon}");
    assertThrows(DtkException.class, () -> alert.rule(Interval.parse("60s")));
  }

  @Test
  void listOfBlocksKeepsItsOrder() {
    List<AlertConfig> blocks =
        Yaml.metric(METRIC + "[{direction: up}, {direction: down}]}").alerting();
    assertEquals(List.of("up", "down"), blocks.stream().map(AlertConfig::direction).toList());
  }

  private static AlertConfig only(String block) {
    List<AlertConfig> blocks = Yaml.metric(METRIC + block + "}").alerting();
    assertEquals(1, blocks.size());
    return blocks.get(0);
  }
}

package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

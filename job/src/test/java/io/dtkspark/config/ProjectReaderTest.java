package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectReaderTest {

  private static final String SMALLEST = "name: my project\ndefault_profile: dev\n";

  @Test
  void smallestProjectHasTheDefaults() {
    assertEquals(
        new ProjectConfig(
            Yaml.ROOT, "my project", "_dtk_metrics", Optional.empty(), Optional.empty()),
        Yaml.project(SMALLEST));
  }

  @Test
  void everyKeyIsRead() {
    String yaml =
        SMALLEST
            + """
            version: "1.0"
            paths: {metrics: m, sql: s, templates: t}
            tables: {datapoints: a, detections: b, tasks: c, metrics: my_metrics}
            timeouts: {load: 1, detect: 86400, alert: "300"}
            error_alerting: {enabled: yes, channels: [ops], template: x, mentions: [a], timezone: UTC}
            alert_help_url: https://example.com/help
            false_alert_budget: 0.5
            loading_delay: 1h
            source_profile: warehouse
            """;
    ConfigNode node = Yaml.node("detectkit_project.yml", yaml, false);
    assertEquals(
        new ProjectConfig(
            Yaml.ROOT,
            "my project",
            "my_metrics",
            Optional.of(3600L),
            Optional.of("warehouse"),
            new ProjectAlerts(
                Optional.of(
                    new ProjectAlerts.Errors(
                        List.of("ops"), List.of("a"), Optional.of("x"), Optional.of("UTC"))),
                true,
                Optional.of("https://example.com/help"))),
        ProjectReader.read(Yaml.ROOT, node, ConfigWarnings.strict()));
  }

  @Test
  void theHelpLinkCanBeHidden() {
    assertFalse(Yaml.project(SMALLEST + "alert_help_url: false\n").alerts().hasHelpLink());
    assertTrue(Yaml.project(SMALLEST + "alert_help_url: ''\n").alerts().hasHelpLink());
    assertEquals(ProjectAlerts.DEFAULT, Yaml.project(SMALLEST + "alert_help_url: true\n").alerts());
  }

  @Test
  void failuresAreToldOnlyWhenThatIsSwitchedOnAndSomebodyListens() {
    for (String block : List.of("{channels: [ops]}", "{enabled: true}", "null")) {
      assertEquals(
          ProjectAlerts.DEFAULT, Yaml.project(SMALLEST + "error_alerting: " + block).alerts());
    }
  }

  @Test
  void emptyTableNameMeansTheDefault() {
    assertEquals("_dtk_metrics", Yaml.project(SMALLEST + "tables: {metrics: ''}\n").metricsTable());
  }

  @Test
  void unknownKeysAreFoundInEveryBlock() {
    ConfigWarnings warnings = ConfigWarnings.collecting();
    String yaml =
        SMALLEST
            + "pathes: {}\npaths: {sqls: x}\ntimeouts: {loads: 1}\nerror_alerting: {channel: []}\n"
            + "tables: {metric: x}\n";
    ProjectReader.read(Yaml.ROOT, Yaml.node("detectkit_project.yml", yaml, false), warnings);
    List<String> keys =
        warnings.all().stream().map(w -> ((ConfigWarning.UnknownKey) w).key()).toList();
    assertEquals(
        List.of(
            "pathes", "paths.sqls", "timeouts.loads", "error_alerting.channel", "tables.metric"),
        keys);
  }
}

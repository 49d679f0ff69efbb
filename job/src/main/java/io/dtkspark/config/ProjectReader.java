package io.dtkspark.config;

import io.dtkspark.config.python.PythonNumbers;
import io.dtkspark.config.python.PythonText;
import io.dtkspark.config.python.Whitespace;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@code detectkit_project.yml}. */
final class ProjectReader {

  private static final int DAY_SECONDS = 86_400;

  private ProjectReader() {}

  static ProjectConfig read(Path root, ConfigNode node, ConfigWarnings warnings) {
    if (!PythonNumbers.isTruthy(node.value())) {
      throw node.problem("the file is empty; a project needs at least name and default_profile");
    }
    Fields fields = node.fields(warnings);
    String name = name(fields.required("name", "the name of the project"));
    fields.text("version", "1.0");
    fields.required("default_profile", "the name of a profile of profiles.yml").text();
    fields
        .present("paths")
        .ifPresent(paths -> checkTexts(paths, warnings, "metrics", "sql", "templates"));
    fields.present("timeouts").ifPresent(timeouts -> checkTimeouts(timeouts, warnings));
    ProjectAlerts alerts = alerts(fields);
    fields.fraction("false_alert_budget");
    ProjectConfig project =
        new ProjectConfig(
            root,
            name,
            fields.orElse("tables", tables -> metricsTable(tables, warnings), "_dtk_metrics"),
            MetricReader.loadingDelay(fields),
            fields.optionalText("source_profile"),
            alerts);
    fields.done();
    return project;
  }

  private static String name(ConfigNode node) {
    String name = node.text();
    if (name.isEmpty() || !PythonText.consistsOfAlnumOr("_- ", name)) {
      throw node.mismatch("a name of letters, digits, spaces, _ and -");
    }
    return name;
  }

  /** Of the table names only this one is used, as in the original. */
  private static String metricsTable(ConfigNode node, ConfigWarnings warnings) {
    checkTexts(node, warnings, "metrics", "datapoints", "detections", "tasks");
    return node.child("metrics")
        .map(ConfigNode::text)
        .filter(table -> !table.isEmpty())
        .orElse("_dtk_metrics");
  }

  private static void checkTexts(ConfigNode node, ConfigWarnings warnings, String... keys) {
    Fields fields = node.fields(warnings);
    for (String key : keys) {
      fields.text(key, "");
    }
    fields.done();
  }

  private static void checkTimeouts(ConfigNode node, ConfigWarnings warnings) {
    Fields fields = node.fields(warnings);
    for (String step : new String[] {"load", "detect", "alert"}) {
      fields.whole(step, 1, 1, DAY_SECONDS);
    }
    fields.done();
  }

  private static ProjectAlerts alerts(Fields project) {
    Optional<ProjectAlerts.Errors> errors =
        project
            .optional("error_alerting")
            .flatMap(block -> errors(block.fields(project.warnings())));
    Optional<ConfigNode> help = project.optional("alert_help_url");
    help.ifPresent(ProjectReader::checkHelpUrl);
    boolean hidden = help.flatMap(ProjectReader::asFlag).filter(flag -> !flag).isPresent();
    return new ProjectAlerts(
        errors,
        !hidden,
        help.filter(node -> node.value() instanceof String)
            .map(node -> Whitespace.strip(node.text()))
            .filter(url -> !url.isEmpty()));
  }

  private static Optional<ProjectAlerts.Errors> errors(Fields fields) {
    boolean enabled = fields.flag("enabled", false);
    ProjectAlerts.Errors errors =
        new ProjectAlerts.Errors(
            fields.texts("channels"),
            fields.texts("mentions"),
            fields.optionalText("template").filter(text -> !text.isEmpty()),
            fields.optionalText("timezone").filter(text -> !text.isEmpty()));
    fields.done();
    return Optional.of(errors).filter(e -> enabled && !e.channels().isEmpty());
  }

  /** Text is a URL, or empty, and never a yes or no. */
  private static Optional<Boolean> asFlag(ConfigNode node) {
    return node.value() instanceof String ? Optional.empty() : LaxValues.flag(node.value());
  }

  private static void checkHelpUrl(ConfigNode node) {
    String expected = "an http:// or https:// URL, or false to show no link";
    if (!(node.value() instanceof String text)) {
      if (asFlag(node).isEmpty()) {
        throw node.mismatch(expected);
      }
      return;
    }
    String url = Whitespace.strip(text);
    if (!url.isEmpty() && !url.startsWith("http://") && !url.startsWith("https://")) {
      throw node.mismatch(expected);
    }
  }
}

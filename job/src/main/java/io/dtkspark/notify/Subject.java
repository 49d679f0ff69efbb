package io.dtkspark.notify;

import io.dtkspark.config.AlertConfig;
import io.dtkspark.config.AlertMessage;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.ProjectAlerts;
import io.dtkspark.config.ProjectConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom and what a message is about, apart from what happened.
 *
 * @param project name of the project; empty = not shown
 * @param timezone zone of the times shown; empty = UTC, not named
 * @param synonyms other names of the metric, for templates
 * @param message mentions and links
 * @param helpUrl where messages are explained
 */
public record Subject(
    String metric,
    Optional<String> project,
    Optional<String> description,
    Optional<String> timezone,
    List<String> synonyms,
    AlertMessage message,
    Optional<String> helpUrl) {

  /** What a block of a metric is about. */
  public static Subject of(ProjectConfig project, MetricConfig metric, AlertConfig block) {
    return new Subject(
        metric.name(),
        Optional.of(project.name()),
        metric.description().filter(text -> !text.isEmpty()),
        block.timezone().filter(zone -> !zone.isEmpty()),
        metric.synonyms(),
        block.message(),
        help(project.alerts()));
  }

  /** What a message about a failed run is about; {@code metric} may be a stage of the start. */
  public static Subject ofFailure(
      ProjectConfig project, String metric, ProjectAlerts.Errors errors) {
    AlertMessage mentions =
        new AlertMessage(
            AlertMessage.EMPTY.templates(), errors.mentions(), Optional.empty(), Map.of());
    return new Subject(
        metric,
        Optional.of(project.name()),
        Optional.empty(),
        errors.timezone().or(() -> Optional.of("UTC")),
        List.of(),
        mentions,
        help(project.alerts()));
  }

  private static Optional<String> help(ProjectAlerts alerts) {
    return alerts.hasHelpLink()
        ? Optional.of(alerts.helpUrl().orElse(Wording.HELP_URL))
        : Optional.empty();
  }

  /** Whom to call, as the block names them. */
  public List<String> mentions() {
    return message.mentions();
  }

  /** The links in the order they are shown: the dashboard, the block's own, the explanation. */
  public List<Link> links() {
    List<Link> links = new ArrayList<>();
    message.dashboardUrl().ifPresent(url -> links.add(new Link(Wording.DASHBOARD, url)));
    links.addAll(otherLinks());
    return links;
  }

  /** The links without the dashboard. */
  public List<Link> otherLinks() {
    List<Link> links = new ArrayList<>();
    message.links().forEach((label, url) -> links.add(new Link(label, url)));
    helpUrl.ifPresent(url -> links.add(new Link(Wording.HELP, url)));
    return links;
  }

  /** A link and the words to click on. */
  public record Link(String label, String url) {}
}

package io.dtkspark.cli.command;

import io.dtkspark.cli.Console;
import io.dtkspark.cli.output.UpkeepTree;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.report.MetricOutcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics of a run.
 *
 * @param disabled selected, but switched off by {@code enabled: false}
 * @param enabled the metrics to process, in order
 */
record Selection(List<MetricConfig> disabled, List<MetricConfig> enabled) {

  /**
   * Selects, leaves out, and says what it found.
   *
   * @throws DtkException CONFIG when nothing is left
   */
  static Selection of(
      Workspace workspace, String selector, Optional<String> exclude, Console console) {
    List<MetricConfig> selected = workspace.select(selector);
    if (exclude.isPresent()) {
      selected = without(selected, workspace.matching(exclude.get()), exclude.get(), console);
    }
    if (selected.isEmpty()) {
      throw new DtkException(
          ErrorCode.CONFIG, "no metrics are left: --exclude takes out all that --select found");
    }
    Selection selection =
        new Selection(
            selected.stream().filter(metric -> !metric.enabled()).toList(),
            selected.stream().filter(MetricConfig::enabled).toList());
    UpkeepTree tree = new UpkeepTree(console);
    for (MetricConfig metric : selection.disabled) {
      tree.nothing(metric.name(), "disabled in config (enabled: false) — skipped");
    }
    console.line("Found " + selection.enabled.size() + " metric(s) to process");
    console.blank();
    return selection;
  }

  private static List<MetricConfig> without(
      List<MetricConfig> selected, List<MetricConfig> excluded, String selector, Console console) {
    if (!excluded.isEmpty()) {
      console.line("Excluded " + excluded.size() + " metric(s) matching: " + selector);
    }
    Set<String> names = excluded.stream().map(MetricConfig::name).collect(Collectors.toSet());
    return selected.stream().filter(metric -> !names.contains(metric.name())).toList();
  }

  /** Disabled metrics first, as the JSON summary lists them. */
  List<MetricConfig> all() {
    return Stream.concat(disabled.stream(), enabled.stream()).toList();
  }

  /** Outcomes of the disabled metrics, known before anything runs. */
  List<MetricOutcome> skipped() {
    return disabled.stream()
        .map(
            metric ->
                new MetricOutcome(
                    metric.name(),
                    MetricOutcome.Status.SKIPPED,
                    List.of(),
                    0,
                    0,
                    0,
                    Optional.empty()))
        .toList();
  }
}

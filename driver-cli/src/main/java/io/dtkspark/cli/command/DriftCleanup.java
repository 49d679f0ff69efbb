package io.dtkspark.cli.command;

import io.dtkspark.cli.Console;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.output.UpkeepTree;
import io.dtkspark.cli.output.Wording;
import io.dtkspark.config.AlertConfig;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.store.Upkeep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Removes what a metric's configuration no longer produces: detections of other detector ids and
 * states of other alerting blocks. Disabled blocks still count as configured; datapoints stay.
 */
final class DriftCleanup {

  private final Upkeep upkeep;
  private final Console console;
  private final UpkeepTree tree;
  private final boolean execute;

  DriftCleanup(Upkeep upkeep, Console console, boolean execute) {
    this.upkeep = upkeep;
    this.console = console;
    this.tree = new UpkeepTree(console);
    this.execute = execute;
  }

  int run(List<MetricConfig> metrics) {
    console.line("Found " + metrics.size() + " metric(s) to inspect");
    console.blank();
    int detectorGroups = 0;
    int alertRows = 0;
    boolean failed = false;
    for (MetricConfig metric : metrics) {
      try {
        Drift drift = inspect(metric);
        report(metric, drift);
        if (execute) {
          drift.detections.keySet().forEach(id -> upkeep.deleteDetections(metric.name(), id));
          drift.alertStates.forEach(id -> upkeep.deleteAlertState(metric.name(), id));
        }
        detectorGroups += drift.detections.size();
        alertRows += drift.alertStates.size();
      } catch (DtkException e) {
        tree.failure(metric.name(), e.getMessage());
        failed = true;
      }
    }
    summarize(detectorGroups, alertRows);
    return failed ? ExitCodes.FAILED : ExitCodes.OK;
  }

  /**
   * Stored results without a configuration.
   *
   * @param noDetectors the metric configures no detector at all
   * @param noAlerting the metric configures no alerting at all
   */
  private record Drift(
      SortedMap<String, Long> detections,
      List<String> alertStates,
      boolean noDetectors,
      boolean noAlerting) {}

  private Drift inspect(MetricConfig metric) {
    Set<String> detectorIds =
        metric.detectors().stream()
            .map(detector -> detector.resolve().detectorId())
            .collect(Collectors.toSet());
    Set<String> alertIds =
        metric.alerting().stream().map(AlertConfig::alertConfigId).collect(Collectors.toSet());
    SortedMap<String, Long> detections = new TreeMap<>(upkeep.detectionCounts(metric.name()));
    detections.keySet().removeAll(detectorIds);
    List<String> alertStates =
        upkeep.alertConfigIds(metric.name()).stream()
            .filter(id -> !alertIds.contains(id))
            .sorted()
            .toList();
    return new Drift(detections, alertStates, detectorIds.isEmpty(), alertIds.isEmpty());
  }

  private void report(MetricConfig metric, Drift drift) {
    if (drift.detections.isEmpty() && drift.alertStates.isEmpty()) {
      tree.nothing(metric.name(), "nothing stale");
      return;
    }
    String verb = execute ? "deleting " : "would delete ";
    List<String> children = new ArrayList<>();
    for (Map.Entry<String, Long> group : drift.detections.entrySet()) {
      String rows = Wording.count(group.getValue()) + " detection row(s)";
      children.add("detector " + group.getKey() + ": " + verb + rows);
    }
    for (String id : drift.alertStates) {
      children.add("alert_config " + id + ": " + verb + "stale alert state");
    }
    tree.block(metric.name(), warnings(drift), children);
  }

  /** Everything being stale is more often a file in the middle of an edit than a wish. */
  private static List<String> warnings(Drift drift) {
    List<String> warnings = new ArrayList<>();
    if (drift.noDetectors && !drift.detections.isEmpty()) {
      warnings.add("no detectors are configured: ALL detections of this metric go");
    }
    if (drift.noAlerting && !drift.alertStates.isEmpty()) {
      warnings.add("no alerting is configured: ALL alert states of this metric go");
    }
    return warnings;
  }

  private void summarize(int detectorGroups, int alertRows) {
    tree.done(
        (execute ? "Removed " : "Would remove ")
            + detectorGroups
            + " detector group(s) and "
            + alertRows
            + " alert-state row(s).");
    if (!execute && detectorGroups + alertRows > 0) {
      console.line("Re-run with --execute to apply.");
    }
  }
}

package io.dtkspark.cli.command;

import io.dtkspark.cli.Console;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.Style;
import io.dtkspark.cli.output.UpkeepTree;
import io.dtkspark.cli.output.Wording;
import io.dtkspark.error.DtkException;
import io.dtkspark.store.Upkeep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Removes every row of metrics that are in the database but in no YAML file of the project. */
final class OrphanPurge {

  private final Upkeep upkeep;
  private final Console console;
  private final UpkeepTree tree;
  private boolean failed;

  OrphanPurge(Upkeep upkeep, Console console) {
    this.upkeep = upkeep;
    this.console = console;
    this.tree = new UpkeepTree(console);
  }

  /**
   * Reports, and on request deletes.
   *
   * @param configured names of all metrics of the project
   * @param confirmed {@code --yes}
   */
  int run(Set<String> configured, boolean execute, boolean confirmed) {
    Set<String> orphans = new TreeSet<>(upkeep.metricNames());
    orphans.removeAll(configured);
    if (orphans.isEmpty()) {
      console.line("No orphaned metrics — database matches the project.", Style.GREEN);
      return ExitCodes.OK;
    }
    report(orphans);
    console.blank();
    if (!execute) {
      console.line("Re-run with --execute to purge these metrics.");
    } else if (configured.isEmpty() && !confirmed) {
      console.error(
          "refusing to purge: the project defines no metrics, so ALL data would go;"
              + " add --yes if that is meant");
      failed = true;
    } else if (!confirmed
        && !console.confirm("Permanently delete all data for " + orphans.size() + " metric(s)?")) {
      console.line("Aborted.");
    } else {
      purge(orphans);
    }
    return failed ? ExitCodes.FAILED : ExitCodes.OK;
  }

  private void report(Set<String> orphans) {
    console.line(
        "Found " + orphans.size() + " metric(s) in the database with no YAML in the project:");
    console.blank();
    for (String metric : orphans) {
      try {
        List<String> tables =
            upkeep.rowCounts(metric).entrySet().stream()
                .filter(table -> table.getValue() > 0)
                .map(OrphanPurge::describe)
                .toList();
        tree.block(metric, List.of(), tables.isEmpty() ? List.of("(no rows)") : tables);
      } catch (DtkException e) {
        fail(metric, e);
      }
    }
  }

  private static String describe(Map.Entry<String, Long> table) {
    return table.getKey() + ": " + Wording.count(table.getValue()) + " row(s)";
  }

  private void purge(Set<String> orphans) {
    int purged = 0;
    for (String metric : orphans) {
      try {
        upkeep.purge(metric);
        purged++;
      } catch (DtkException e) {
        fail(metric, e);
      }
    }
    tree.done("Purged " + purged + " of " + orphans.size() + " orphaned metric(s).");
  }

  private void fail(String metric, DtkException failure) {
    tree.failure(metric, failure.getMessage());
    failed = true;
  }
}

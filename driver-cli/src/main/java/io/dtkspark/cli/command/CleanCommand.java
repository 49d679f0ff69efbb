package io.dtkspark.cli.command;

import io.dtkspark.cli.Shell;
import io.dtkspark.cli.Style;
import io.dtkspark.cli.option.ProjectOptions;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.StateStore;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dtk clean}: removes stored results that no configuration produces any more. */
@Command(
    name = "clean",
    description = "Remove stored results that no longer match the project's YAML files.")
public final class CleanCommand extends ConsoleCommand {

  @Spec private CommandSpec spec;

  @Mixin private ProjectOptions projectOptions;

  @Option(
      names = {"-s", "--select"},
      paramLabel = "SELECTOR",
      description = "Metrics whose stale detections and alert states to remove.")
  private String selector;

  @Option(
      names = "--orphaned-metrics",
      description = "Remove all data of metrics that no YAML file defines any more.")
  private boolean orphanedMetrics;

  @Option(names = "--execute", description = "Delete; without it, only say what would go.")
  private boolean execute;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask before --orphaned-metrics --execute deletes.")
  private boolean yes;

  CleanCommand(Shell shell) {
    super(shell);
  }

  @Override
  int execute() {
    boolean selected = selector != null && !selector.isEmpty();
    if (selected == orphanedMetrics) {
      throw new ParameterException(
          spec.commandLine(), "choose exactly one of --select or --orphaned-metrics");
    }
    Workspace workspace = Workspace.open(shell(), console(), projectOptions);
    // Read before the database is opened: a broken file must not end in a deletion.
    List<MetricConfig> metrics = selected ? workspace.select(selector) : allMetrics(workspace);
    try (StateStore store = workspace.openExistingState()) {
      if (!execute) {
        console().line("DRY-RUN — nothing will be deleted. Use --execute to apply.", Style.CYAN);
      }
      console().blank();
      return selected
          ? new DriftCleanup(store.upkeep(), console(), execute).run(metrics)
          : new OrphanPurge(store.upkeep(), console()).run(names(metrics), execute, yes);
    }
  }

  private static List<MetricConfig> allMetrics(Workspace workspace) {
    try {
      return workspace.matching("*");
    } catch (DtkException e) {
      throw new DtkException(
          ErrorCode.CONFIG,
          "the project's metrics are not known, so nothing is deleted; first fix this: "
              + e.getMessage(),
          e);
    }
  }

  private static Set<String> names(List<MetricConfig> metrics) {
    return metrics.stream().map(MetricConfig::name).collect(Collectors.toSet());
  }
}

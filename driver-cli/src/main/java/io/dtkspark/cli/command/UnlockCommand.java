package io.dtkspark.cli.command;

import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.Shell;
import io.dtkspark.cli.option.ProjectOptions;
import io.dtkspark.cli.option.SelectOption;
import io.dtkspark.cli.output.UpkeepTree;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.store.LockStore;
import io.dtkspark.store.StateStore;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dtk unlock}: clears locks that a killed run left behind. */
@Command(name = "unlock", description = "Clear the pipeline locks of metrics after a killed run.")
public final class UnlockCommand extends ConsoleCommand {

  @Mixin private SelectOption select;
  @Mixin private ProjectOptions projectOptions;

  UnlockCommand(Shell shell) {
    super(shell);
  }

  @Override
  int execute() {
    Workspace workspace = Workspace.open(shell(), console(), projectOptions);
    List<MetricConfig> metrics = workspace.select(select.selector());
    try (StateStore store = workspace.openExistingState()) {
      console().line("Found " + metrics.size() + " metric(s) to unlock");
      console().blank();
      return unlock(metrics, store.locks());
    }
  }

  private int unlock(List<MetricConfig> metrics, LockStore locks) {
    UpkeepTree tree = new UpkeepTree(console());
    int cleared = 0;
    boolean failed = false;
    for (MetricConfig metric : metrics) {
      try {
        if (locks.clear(metric.name())) {
          cleared++;
          tree.block(metric.name(), List.of(), List.of("lock cleared"));
        } else {
          tree.nothing(metric.name(), "no active lock");
        }
      } catch (DtkException e) {
        tree.failure(metric.name(), e.getMessage());
        failed = true;
      }
    }
    tree.done("Cleared " + cleared + " lock(s) of " + metrics.size() + " metric(s).");
    return failed ? ExitCodes.FAILED : ExitCodes.OK;
  }
}

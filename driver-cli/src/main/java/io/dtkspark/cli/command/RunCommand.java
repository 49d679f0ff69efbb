package io.dtkspark.cli.command;

import io.dtkspark.cli.Console;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.Shell;
import io.dtkspark.cli.Style;
import io.dtkspark.cli.option.ProjectOptions;
import io.dtkspark.cli.option.RunOptions;
import io.dtkspark.cli.option.SelectOption;
import io.dtkspark.cli.option.SparkFlags;
import io.dtkspark.cli.output.RunDocument;
import io.dtkspark.cli.output.RunTree;
import io.dtkspark.cli.output.Wording;
import io.dtkspark.plan.RunRequest;
import io.dtkspark.report.MetricOutcome;
import io.dtkspark.run.Pipeline;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dtk run}: load, detect and alert for the selected metrics. */
@Command(name = "run", description = "Run load, detect and alert for the selected metrics.")
public final class RunCommand extends ConsoleCommand {

  @Spec private CommandSpec spec;
  @Mixin private SelectOption select;
  @Mixin private RunOptions run;
  @Mixin private ProjectOptions project;
  @Mixin private SparkFlags spark;

  RunCommand(Shell shell) {
    super(shell);
  }

  @Override
  int execute() {
    requireOrder();
    requireSteps();
    RunDocument document =
        new RunDocument(select.selector(), run.exclude(), run.steps(), Instant.now());
    if (!run.json()) {
      return run(console(), document);
    }
    int exitCode = ExitCodes.FAILED;
    try {
      exitCode = run(console().withTextOnError(), document);
      return exitCode;
    } catch (Throwable failure) {
      document.error(describe(failure));
      throw failure;
    } finally {
      console().document(document.finish(Instant.now(), exitCode));
    }
  }

  /** Nothing lies in a range that ends before it starts, so its run would do nothing, quietly. */
  private void requireOrder() {
    run.from()
        .filter(from -> run.to().filter(to -> to < from).isPresent())
        .ifPresent(
            from -> {
              throw new ParameterException(
                  spec.commandLine(),
                  "--from is "
                      + Wording.time(from)
                      + " but --to is earlier: "
                      + Wording.time(run.to().orElseThrow())
                      + "; exchange them");
            });
  }

  private void requireSteps() {
    if (run.steps().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--no-alerts leaves none of the --steps; take one of them out");
    }
  }

  private int run(Console text, RunDocument document) {
    Workspace workspace = Workspace.open(shell(), text, project);
    document.project(workspace.project().name());
    Selection selection = Selection.of(workspace, select.selector(), run.exclude(), text);
    document.outcomes(selection.skipped());
    RunRequest request = RunRequests.of(workspace, selection, run, spark.toOptions());
    if (run.report()) {
      text.line("--report: this version writes no HTML report yet", Style.YELLOW);
    }
    RunTree tree = new RunTree(text, request, System::nanoTime, verbose());
    List<MetricOutcome> outcomes =
        new Pipeline(spark.toOptions(), workspace.channels(), tree).run(request);
    document.outcomes(outcomes);
    document.aborted(tree.aborted());
    outcomes.forEach(outcome -> outcome.cause().ifPresent(this::trace));
    boolean failed =
        outcomes.stream().anyMatch(outcome -> outcome.status() == MetricOutcome.Status.FAILED);
    return failed ? ExitCodes.FAILED : ExitCodes.OK;
  }
}

package io.dtkspark.cli.command;

import io.dtkspark.autotune.ScoringMetric;
import io.dtkspark.autotune.Search;
import io.dtkspark.autotune.label.LabelSource;
import io.dtkspark.cli.Console;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.Shell;
import io.dtkspark.cli.Style;
import io.dtkspark.cli.option.AutotuneOptions;
import io.dtkspark.cli.option.ProjectOptions;
import io.dtkspark.cli.option.SelectOption;
import io.dtkspark.cli.option.SparkFlags;
import io.dtkspark.cli.output.TuningDocument;
import io.dtkspark.cli.output.TuningTree;
import io.dtkspark.config.LabelsReader;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.report.MetricOutcome.Status;
import io.dtkspark.run.SparkOptions;
import io.dtkspark.run.Tuning;
import io.dtkspark.run.TuningOutcome;
import io.dtkspark.run.TuningRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dtk autotune}: finds a detector for each selected metric from its stored points. */
@Command(
    name = "autotune",
    description = "Find the best detector for metrics and write tuned copies of them.")
public final class AutotuneCommand extends ConsoleCommand {

  private final Function<SparkOptions, Search> searches;

  @Mixin private SelectOption select;
  @Mixin private AutotuneOptions options;
  @Mixin private ProjectOptions project;
  @Mixin private SparkFlags spark;

  /**
   * @param searches opens a search; nothing is started before it is used
   */
  AutotuneCommand(Shell shell, Function<SparkOptions, Search> searches) {
    super(shell);
    this.searches = searches;
  }

  @Override
  int execute() {
    TuningDocument document = new TuningDocument(select.selector(), Instant.now());
    if (!options.json()) {
      return tune(console(), document);
    }
    int exitCode = ExitCodes.FAILED;
    try {
      exitCode = tune(console().withTextOnError(), document);
      return exitCode;
    } catch (Throwable failure) {
      document.error(describe(failure));
      throw failure;
    } finally {
      console().document(document.finish(Instant.now(), exitCode));
    }
  }

  private int tune(Console text, TuningDocument document) {
    options.overrides().scoring().filter(name -> !name.isEmpty()).ifPresent(ScoringMetric::of);
    Workspace workspace = Workspace.open(shell(), text, project);
    document.project(workspace.project().name());
    List<MetricConfig> metrics = workspace.select(select.selector());
    TuningRequest request = request(workspace, metrics);
    text.line("Found " + metrics.size() + " metric(s) to tune");
    if (options.report()) {
      text.line("--report: this version writes no HTML report yet", Style.YELLOW);
    }
    TuningTree tree = new TuningTree(text, request, System::nanoTime);
    try (Search search = searches.apply(spark.toOptions())) {
      List<TuningOutcome> outcomes = new Tuning(search, labels(request, text), tree).run(request);
      document.outcomes(outcomes);
      outcomes.forEach(outcome -> outcome.cause().ifPresent(this::trace));
      boolean failed = outcomes.stream().anyMatch(outcome -> outcome.status() == Status.FAILED);
      return failed ? ExitCodes.FAILED : ExitCodes.OK;
    }
  }

  private TuningRequest request(Workspace workspace, List<MetricConfig> metrics) {
    return new TuningRequest(
        workspace.files(),
        metrics,
        workspace.stateProfile(),
        options.from(),
        options.to(),
        options.incidents(),
        options.overrides(),
        options.force(),
        options.dryRun());
  }

  private static LabelSource labels(TuningRequest request, Console text) {
    LabelsReader reader = request.project().labels();
    return new LabelSource(
        request.project().config().root(),
        reader,
        text.hasInput() ? Optional.of(new TerminalLabels(text, reader)) : Optional.empty());
  }
}

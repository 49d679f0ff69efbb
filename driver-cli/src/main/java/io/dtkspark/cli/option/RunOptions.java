package io.dtkspark.cli.option;

import io.dtkspark.plan.Step;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code dtk run} does with the selected metrics. */
public final class RunOptions {

  @Option(
      names = {"-e", "--exclude"},
      paramLabel = "SELECTOR",
      description = "Metrics to leave out again.")
  private String exclude;

  @Option(
      names = "--steps",
      paramLabel = "STEPS",
      defaultValue = "load,detect,alert",
      converter = StepList.Converter.class,
      description = "Comma-separated steps (default: ${DEFAULT-VALUE}).")
  private StepList steps;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "Start, in UTC: YYYY-MM-DD or 'YYYY-MM-DD HH:MM:SS'.")
  private Long from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "End, not included, in UTC; the default is now.")
  private Long to;

  @Option(
      names = "--full-refresh",
      description = "Replace what is stored between --from and --to (default: everything).")
  private boolean fullRefresh;

  @Option(
      names = "--no-alerts",
      description = "Leave the alert step out, e.g. when old points are loaded.")
  private boolean noAlerts;

  @Option(names = "--force", description = "Run even if another run holds the metric's lock.")
  private boolean force;

  @Option(
      names = "--report",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "PATH",
      description = "Accepted for compatibility; the HTML report comes in a later version.")
  private String report;

  @Option(
      names = "--json",
      description = "One JSON line on standard output; everything else on standard error.")
  private boolean json;

  public Optional<String> exclude() {
    return Optional.ofNullable(exclude).filter(selector -> !selector.isEmpty());
  }

  /**
   * The steps as given, without alert where that is switched off: the order and repetitions appear
   * in the JSON summary.
   */
  public List<Step> steps() {
    return steps.steps().stream().filter(step -> !noAlerts || step != Step.ALERT).toList();
  }

  /** Epoch milliseconds. */
  public Optional<Long> from() {
    return Optional.ofNullable(from);
  }

  /** Epoch milliseconds. */
  public Optional<Long> to() {
    return Optional.ofNullable(to);
  }

  public boolean fullRefresh() {
    return fullRefresh;
  }

  public boolean force() {
    return force;
  }

  public boolean report() {
    return report != null;
  }

  public boolean json() {
    return json;
  }
}

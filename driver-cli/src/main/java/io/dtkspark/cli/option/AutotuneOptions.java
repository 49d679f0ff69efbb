package io.dtkspark.cli.option;

import io.dtkspark.autotune.AutotuneSettings.Overrides;
import io.dtkspark.autotune.AutotuneSettings.Strategy;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What {@code dtk autotune} trains on and how it searches. */
public final class AutotuneOptions {

  @Option(
      names = "--incidents",
      paramLabel = "PATH",
      description = "File of labelled incidents, or a directory of them (the newest counts).")
  private String incidents;

  @Option(
      names = "--scoring",
      paramLabel = "NAME",
      description =
          "What to optimize with labels: mcc (default), f1, f_beta, balanced_accuracy, roc_auc,"
              + " pr_auc, event_f1.")
  private String scoring;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "Oldest point to train on, in UTC: YYYY-MM-DD or 'YYYY-MM-DD HH:MM:SS'.")
  private Long from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "Where training ends, not included, in UTC.")
  private Long to;

  @Option(names = "--force", description = "Tune even if a run holds the metric's lock.")
  private boolean force;

  @Option(names = "--dry-run", description = "Search only; store nothing and write no file.")
  private boolean dryRun;

  @Option(
      names = "--search",
      paramLabel = "HOW",
      defaultValue = "coordinate",
      description =
          "coordinate: one parameter after the other, as detectkit does; full: all combinations"
              + " (default: ${DEFAULT-VALUE}).")
  private Strategy strategy;

  @Option(
      names = "--max-candidates",
      paramLabel = "N",
      converter = SparkFlags.AtLeastOne.class,
      description = "Detectors to try at most (default: 200).")
  private Integer maxCandidates;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = Budget.class,
      description = "Time after which the search takes the best it has: 30s, 10min, 2h.")
  private Duration budget;

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

  public Optional<String> incidents() {
    return Optional.ofNullable(incidents);
  }

  /** Epoch milliseconds. */
  public Optional<Long> from() {
    return Optional.ofNullable(from);
  }

  /** Epoch milliseconds. */
  public Optional<Long> to() {
    return Optional.ofNullable(to);
  }

  public boolean force() {
    return force;
  }

  public boolean dryRun() {
    return dryRun;
  }

  public boolean report() {
    return report != null;
  }

  public boolean json() {
    return json;
  }

  public Overrides overrides() {
    return new Overrides(
        Optional.ofNullable(scoring),
        strategy,
        Optional.ofNullable(maxCandidates),
        Optional.ofNullable(budget));
  }

  /** A time with a unit. */
  static final class Budget implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("0*([1-9][0-9]{0,6})(s|min|h)");

    @Override
    public Duration convert(String text) {
      Matcher budget = FORM.matcher(text);
      if (!budget.matches()) {
        throw new TypeConversionException("'" + text + "' is no time such as 30s, 10min or 2h");
      }
      long amount = Long.parseLong(budget.group(1));
      return switch (budget.group(2)) {
        case "s" -> Duration.ofSeconds(amount);
        case "min" -> Duration.ofMinutes(amount);
        default -> Duration.ofHours(amount);
      };
    }
  }
}

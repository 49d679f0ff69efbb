package io.dtkspark.cli.output;

import io.dtkspark.cli.Console;
import io.dtkspark.cli.Style;
import java.util.List;

/** The per-metric lines of {@code dtk unlock} and {@code dtk clean}. */
public final class UpkeepTree {

  private final Console console;

  public UpkeepTree(Console console) {
    this.console = console;
  }

  /** A metric with something to report; {@code children} must not be empty. */
  public void block(String metric, List<String> warnings, List<String> children) {
    console.line("  ┌─ " + metric, Style.CYAN, Style.BOLD);
    warnings.forEach(warning -> console.line("  │   ⚠ " + warning, Style.YELLOW, Style.BOLD));
    int last = children.size() - 1;
    children.subList(0, last).forEach(child -> console.line("  │   " + child));
    console.line("  └─ " + children.get(last));
  }

  /** A metric with nothing to do. */
  public void nothing(String metric, String reason) {
    console.line("  • " + metric + ": " + reason);
  }

  public void failure(String metric, String message) {
    console.errorLine("  ✗ " + metric + ": " + message, Style.RED);
  }

  public void done(String summary) {
    console.blank();
    console.line("Done. " + summary, Style.CYAN, Style.BOLD);
  }
}

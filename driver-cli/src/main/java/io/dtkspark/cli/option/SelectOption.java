package io.dtkspark.cli.option;

import picocli.CommandLine.Option;

/** {@code --select}, required. */
public final class SelectOption {

  @Option(
      names = {"-s", "--select"},
      required = true,
      paramLabel = "SELECTOR",
      description = "Metrics to work on: a name, a path pattern (metrics/api/*.yml), or tag:NAME.")
  private String selector;

  public String selector() {
    return selector;
  }
}

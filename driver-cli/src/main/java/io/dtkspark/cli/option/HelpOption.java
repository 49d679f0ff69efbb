package io.dtkspark.cli.option;

import picocli.CommandLine.Option;

/** {@code --help}, on every command. */
public final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this message and exit.")
  private boolean help;
}

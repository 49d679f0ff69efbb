package io.dtkspark.cli.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that picocli handles by itself. */
public final class StandardOptions {

  private StandardOptions() {}

  public static void addHelp(CommandSpec command) {
    command.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this message and exit.")
            .build());
  }

  public static void addVersion(CommandSpec command) {
    command.addOption(
        OptionSpec.builder("--version")
            .versionHelp(true)
            .description("Show the version and exit.")
            .build());
  }
}

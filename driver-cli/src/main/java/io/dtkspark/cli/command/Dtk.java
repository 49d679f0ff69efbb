package io.dtkspark.cli.command;

import io.dtkspark.cli.Console;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.Version;
import io.dtkspark.cli.option.HelpOption;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: {@code dtk --help} and {@code dtk --version}. */
@Command(
    name = "dtk",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Metric monitoring with anomaly detection: runs detectkit projects on Apache Spark.",
      ""
    })
public final class Dtk implements Runnable {

  @Mixin private HelpOption help;

  @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
  private boolean version;

  @Spec private CommandSpec spec;

  private Dtk() {}

  /** The whole command line, printing to {@code console}. */
  public static CommandLine commandLine(Console console) {
    CommandLine dtk = new CommandLine(new Dtk());
    dtk.addSubcommand(new InitCommand(console));
    dtk.addSubcommand(new RunCommand(console));
    dtk.addSubcommand(new UnlockCommand(console));
    dtk.addSubcommand(new CleanCommand(console));
    // As in the original, the last one of a repeated option counts.
    dtk.setOverwrittenOptionsAllowed(true);
    dtk.setParameterExceptionHandler((wrong, arguments) -> usage(console, wrong));
    dtk.setOut(console.writer());
    dtk.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    return dtk;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  private static int usage(Console console, ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String synopsis = command.getHelp().synopsis(0).strip();
    console.errorLine("Usage: " + synopsis);
    console.errorLine("Try '" + name + " --help' for help.");
    console.errorLine("");
    console.error(wrong.getMessage());
    return ExitCodes.USAGE;
  }
}

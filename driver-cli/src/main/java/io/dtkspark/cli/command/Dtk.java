package io.dtkspark.cli.command;

import io.dtkspark.cli.Console;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.Shell;
import io.dtkspark.cli.Version;
import io.dtkspark.cli.option.StandardOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root command: {@code dtk --help} and {@code dtk --version}. */
@Command(
    name = "dtk",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "Metric monitoring with anomaly detection: runs detectkit projects on Apache Spark.",
      ""
    })
public final class Dtk implements Runnable {

  @Spec private CommandSpec spec;

  private Dtk() {}

  /** The whole command line, called from {@code shell}. */
  public static CommandLine commandLine(Shell shell) {
    Console console = shell.console();
    CommandLine dtk = new CommandLine(new Dtk());
    StandardOptions.addVersion(dtk.getCommandSpec());
    dtk.addSubcommand(new InitCommand(shell));
    dtk.addSubcommand(new RunCommand(shell));
    dtk.addSubcommand(new AutotuneCommand(shell));
    dtk.addSubcommand(new TestAlertCommand(shell));
    dtk.addSubcommand(new UnlockCommand(shell));
    dtk.addSubcommand(new CleanCommand(shell));
    finish(dtk);
    dtk.getSubcommands().values().forEach(Dtk::finish);
    // As in the original, the last one of a repeated option counts.
    dtk.setOverwrittenOptionsAllowed(true);
    dtk.setCaseInsensitiveEnumValuesAllowed(true);
    dtk.setParameterExceptionHandler((wrong, arguments) -> usage(console, wrong));
    dtk.setOut(console.writer());
    dtk.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    return dtk;
  }

  private static void finish(CommandLine command) {
    StandardOptions.addHelp(command.getCommandSpec());
    command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  private static int usage(Console console, ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    console.errorLine("Usage: " + command.getHelp().synopsis(0).strip());
    console.errorLine("Try '" + command.getCommandSpec().qualifiedName() + " --help' for help.");
    console.errorLine("");
    console.error(wrong.getMessage() + suggestion(wrong));
    return ExitCodes.USAGE;
  }

  private static String suggestion(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      return unmatched.getSuggestions().stream()
          .findFirst()
          .map(nearest -> "; did you mean '" + nearest + "'?")
          .orElse("");
    }
    return "";
  }
}

package io.dtkspark.cli;

import io.dtkspark.cli.command.Dtk;

/** Entry point of the {@code dtk} command and of {@code spark-submit}. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    int exitCode = run(Shell.ofProcess(), arguments);
    System.exit(exitCode);
  }

  /** Runs one command line; everything but ending the process. */
  static int run(Shell shell, String... arguments) {
    return Dtk.commandLine(shell).execute(arguments);
  }
}

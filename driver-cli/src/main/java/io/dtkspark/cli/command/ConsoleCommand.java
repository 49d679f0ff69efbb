package io.dtkspark.cli.command;

import io.dtkspark.cli.Console;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.Shell;
import io.dtkspark.cli.option.VerboseOption;
import io.dtkspark.error.DtkException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** A command that prints to a console and ends with an exit code, whatever happens. */
abstract class ConsoleCommand implements Callable<Integer> {

  @Mixin private VerboseOption output;

  private final Shell shell;

  ConsoleCommand(Shell shell) {
    this.shell = shell;
  }

  /**
   * Does the work.
   *
   * @return an exit code
   * @throws DtkException for expected failures; reported with exit code 1
   */
  abstract int execute();

  @Override
  public final Integer call() {
    if (verbose()) {
      // Read by log4j2.properties when the first logger is made.
      System.setProperty("dtk.log.level", "info");
      System.setProperty("dtk.log.stack", "full");
    }
    try {
      return execute();
    } catch (ParameterException wrongUsage) {
      throw wrongUsage;
    } catch (Exception | Error failure) {
      // Exception: Scala throws checked ones that Java is not told about.
      console().error(describe(failure));
      trace(failure);
      return ExitCodes.FAILED;
    }
  }

  /** Shows where a failure happened, with {@code --verbose}. */
  void trace(Throwable failure) {
    if (verbose()) {
      console().stackTrace(failure);
    }
  }

  boolean verbose() {
    return output.verbose();
  }

  Shell shell() {
    return shell;
  }

  Console console() {
    return shell.console();
  }

  /** The message for expected failures; what is unexpected also says what kind of thing it is. */
  static String describe(Throwable failure) {
    return failure instanceof DtkException
        ? failure.getMessage()
        : "unexpected " + failure + "; --verbose shows where";
  }
}

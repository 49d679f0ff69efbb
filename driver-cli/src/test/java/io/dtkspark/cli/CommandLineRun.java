package io.dtkspark.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * One call of the command line inside the test's process.
 *
 * @param exitCode what the process would have ended with
 */
public record CommandLineRun(int exitCode, String out, String err) {

  public static CommandLineRun in(Path directory, String... arguments) {
    return answering("", directory, arguments);
  }

  /** The same with something on standard input. */
  public static CommandLineRun answering(String input, Path directory, String... arguments) {
    CapturedConsole captured = new CapturedConsole(Terminal.NONE, input);
    int exitCode = Main.run(new Shell(captured.console(), directory, Map.of()), arguments);
    return new CommandLineRun(exitCode, captured.out(), captured.err());
  }
}

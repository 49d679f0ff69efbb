package io.dtkspark.cli.option;

import picocli.CommandLine.Option;

/** {@code --verbose}. */
public final class VerboseOption {

  @Option(
      names = {"-v", "--verbose"},
      description = "Show Spark's own log and the stack traces of failures, on standard error.")
  private boolean verbose;

  public boolean verbose() {
    return verbose;
  }
}

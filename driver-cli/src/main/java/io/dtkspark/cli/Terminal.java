package io.dtkspark.cli;

import java.util.Map;

/**
 * Which of the three standard streams is a terminal.
 *
 * @param inputOnTerminal whether somebody can be asked
 * @param textOnTerminal whether text for people reaches a terminal
 * @param errorsOnTerminal whether standard error is a terminal
 * @param colours whether colours are wanted at all
 * @param columns width for the status line
 */
public record Terminal(
    boolean inputOnTerminal,
    boolean textOnTerminal,
    boolean errorsOnTerminal,
    boolean colours,
    int columns) {

  /** No stream is a terminal. */
  public static final Terminal NONE = new Terminal(false, false, false, false, 80);

  /**
   * System property in which {@code scripts/dtk} names the streams that are terminals, of {@code
   * in}, {@code out} and {@code err}. Java itself cannot tell for one stream alone.
   */
  private static final String PROPERTY = "dtk.terminal";

  private static final int DEFAULT_COLUMNS = 80;

  static Terminal ofProcess() {
    return of(System.getProperty(PROPERTY, ""), System.getenv());
  }

  static Terminal of(String streams, Map<String, String> environment) {
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty() && !dumb;
    return new Terminal(
        streams.contains("in"),
        streams.contains("out"),
        streams.contains("err") && !dumb,
        colours,
        columns(environment.getOrDefault("COLUMNS", "")));
  }

  Terminal withTextOnError() {
    return new Terminal(inputOnTerminal, errorsOnTerminal, errorsOnTerminal, colours, columns);
  }

  boolean colouredText() {
    return colours && textOnTerminal;
  }

  boolean colouredErrors() {
    return colours && errorsOnTerminal;
  }

  /** Cuts a status line so that it never wraps: a wrapped line cannot be overwritten. */
  String fit(String line) {
    return line.length() < columns ? line : line.substring(0, columns - 1);
  }

  private static int columns(String text) {
    return text.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(text) : DEFAULT_COLUMNS;
  }
}

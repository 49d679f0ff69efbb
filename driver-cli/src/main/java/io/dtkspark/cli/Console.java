package io.dtkspark.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The only place that prints. Text for people goes to one stream, errors and progress to standard
 * error, and at most one document for programs to standard output. Everything is UTF-8, whatever
 * the locale says.
 *
 * <p>Not thread-safe; a run's events never overlap.
 */
public final class Console {

  /** Returns to the start of the line and erases it. */
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream text;
  private final PrintStream errors;
  private final PrintStream document;
  private final InputStream input;
  private final Terminal terminal;
  private boolean statusShown;

  private Console(
      PrintStream text,
      PrintStream errors,
      PrintStream document,
      InputStream input,
      Terminal terminal) {
    this.text = text;
    this.errors = errors;
    this.document = document;
    this.input = input;
    this.terminal = terminal;
  }

  /** The console of this process. */
  public static Console ofProcess() {
    return of(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        System.in,
        Terminal.ofProcess());
  }

  /** A console on given streams. */
  public static Console of(OutputStream out, OutputStream err, InputStream in, Terminal terminal) {
    PrintStream documents = utf8(out);
    return new Console(documents, utf8(err), documents, in, terminal);
  }

  /** The same console with everything but the document on standard error. */
  public Console withTextOnError() {
    return new Console(errors, errors, document, input, terminal.withTextOnError());
  }

  public void line(String line, Style... styles) {
    eraseStatus();
    text.print(Style.apply(line, terminal.colouredText(), styles) + "\n");
    text.flush();
  }

  public void blank() {
    line("");
  }

  public void errorLine(String line, Style... styles) {
    eraseStatus();
    errors.print(Style.apply(line, terminal.colouredErrors(), styles) + "\n");
    errors.flush();
  }

  /** {@code Error: message} in red on standard error. */
  public void error(String message) {
    errorLine("Error: " + message, Style.RED, Style.BOLD);
  }

  /** The stack trace of a failure, for {@code --verbose}. */
  public void stackTrace(Throwable failure) {
    eraseStatus();
    failure.printStackTrace(errors);
    errors.flush();
  }

  /** Writes the one document for programs. */
  public void document(String line) {
    eraseStatus();
    document.print(line + "\n");
    document.flush();
  }

  /** The stream of text for people, for those who bring their own lines. */
  public PrintWriter writer() {
    return new PrintWriter(text, true, StandardCharsets.UTF_8);
  }

  /** Whether {@link #status} overwrites one line; otherwise it must be used sparingly. */
  public boolean hasLiveStatus() {
    return terminal.errorsOnTerminal();
  }

  /** Shows progress: overwritten by whatever comes next on a terminal, a plain line elsewhere. */
  public void status(String line) {
    if (hasLiveStatus()) {
      errors.print(ERASE + terminal.fit(line));
      statusShown = true;
    } else {
      errors.print(line + "\n");
    }
    errors.flush();
  }

  public void eraseStatus() {
    if (statusShown) {
      errors.print(ERASE);
      errors.flush();
      statusShown = false;
    }
  }

  /** Whether somebody is there to answer questions. */
  public boolean hasInput() {
    return terminal.inputOnTerminal();
  }

  /** Asks a yes-or-no question; anything but yes, and the end of the input, mean no. */
  public boolean confirm(String question) {
    String coloured = Style.apply(question, terminal.colouredText(), Style.YELLOW);
    String answer = ask(coloured + " [y/N]: ").orElse("").strip();
    return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
  }

  /** Asks for a line; empty at the end of the input. */
  public Optional<String> ask(String question) {
    eraseStatus();
    text.print(question);
    text.flush();
    String answer = LineReader.readLine(input);
    if (answer == null) {
      text.print("\n");
    }
    return Optional.ofNullable(answer);
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(stream, false, StandardCharsets.UTF_8);
  }
}

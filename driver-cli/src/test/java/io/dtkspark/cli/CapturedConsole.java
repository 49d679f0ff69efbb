package io.dtkspark.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A console whose streams a test can read. */
public final class CapturedConsole {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console;

  public CapturedConsole() {
    this(Terminal.NONE, "");
  }

  public CapturedConsole(Terminal terminal, String input) {
    console =
        Console.of(
            out, err, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), terminal);
  }

  public Console console() {
    return console;
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

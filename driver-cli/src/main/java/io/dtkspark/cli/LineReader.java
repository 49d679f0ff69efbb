package io.dtkspark.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads one line and not a byte more, so that the rest of the input stays for others. */
final class LineReader {

  private LineReader() {}

  /** The next line without its end, or null at the end of the input or when it cannot be read. */
  static String readLine(InputStream input) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      int next = input.read();
      if (next < 0) {
        return null;
      }
      while (next >= 0 && next != '\n') {
        line.write(next);
        next = input.read();
      }
    } catch (IOException closed) {
      return null;
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}

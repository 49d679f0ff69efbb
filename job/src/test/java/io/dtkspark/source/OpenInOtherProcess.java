package io.dtkspark.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A process that opens a DuckDB file for writing and holds it until it is ended. */
final class OpenInOtherProcess {

  private OpenInOtherProcess() {}

  /** Returns once the other process holds the file. */
  static Process start(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OpenInOtherProcess.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    if (!"open".equals(output.readLine())) {
      throw new IOException("the other process did not open " + file);
    }
    return process;
  }

  public static void main(String[] args) throws SQLException, IOException {
    try (Connection held = DriverManager.getConnection("jdbc:duckdb:" + args[0])) {
      System.out.println(held.isClosed() ? "closed" : "open");
      System.in.read();
    }
  }
}

package io.dtkspark.cli.badinput;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A process that opens a DuckDB file and holds it until it is ended. */
final class DatabaseHolder {

  private DatabaseHolder() {}

  /** Returns once the file is held. */
  static Process start(Path file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(java, "-cp", classPath, DatabaseHolder.class.getName(), file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    if (!"held".equals(output.readLine())) {
      throw new IOException("the other process did not open " + file);
    }
    return process;
  }

  public static void main(String[] arguments) throws SQLException, IOException {
    try (Connection held = DriverManager.getConnection("jdbc:duckdb:" + arguments[0])) {
      System.out.println(held.isClosed() ? "closed" : "held");
      // Ends at the latest with the process that started this one.
      System.in.read();
    }
  }
}

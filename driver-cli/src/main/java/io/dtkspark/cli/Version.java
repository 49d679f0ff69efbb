package io.dtkspark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version line; the build writes the numbers into {@code version.properties}. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    Properties numbers = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("version.properties");
        Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      numbers.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new String[] {
      "dtk-spark, version "
          + numbers.getProperty("version")
          + " (detectkit "
          + numbers.getProperty("compatible")
          + " compatible)"
    };
  }
}

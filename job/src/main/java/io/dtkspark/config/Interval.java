package io.dtkspark.config;

import java.io.Serializable;

/**
 * A positive number of seconds with the text it was written as.
 *
 * @param seconds length, at least 1
 * @param text the YAML value as text ("1h", "90"), stored in {@code _dtk_metrics}
 */
public record Interval(long seconds, String text) implements Serializable {

  public long millis() {
    return seconds * 1000L;
  }
}

package io.dtkspark.cli.badinput;

import java.util.List;

/**
 * A metric that is fine as a file and fails when it runs.
 *
 * @param name says what is wrong, and is the metric's name
 * @param yaml its keys, without {@code name}
 * @param says the beginning of its error, e.g. {@code CONFIG}, and parts of the message
 */
record FailingMetric(String name, String yaml, List<String> says) {

  static FailingMetric of(String name, String yaml, String... says) {
    return new FailingMetric(name, yaml, List.of(says));
  }

  String file() {
    return "metrics/" + name + ".yml";
  }

  String text() {
    return "name: " + name + "\n" + yaml;
  }

  @Override
  public String toString() {
    return name;
  }
}

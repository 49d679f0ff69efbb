package io.dtkspark.alert;

/** Which way a value left its interval. */
public enum Direction {
  UP("up"),
  DOWN("down"),
  /** No anomaly, or one whose detector told no direction. */
  NONE("none"),
  /** Detectors that fired together disagree; never the direction of a single detection. */
  MIXED("mixed");

  private final String text;

  Direction(String text) {
    this.text = text;
  }

  /** The word messages and events use. */
  public String text() {
    return text;
  }
}

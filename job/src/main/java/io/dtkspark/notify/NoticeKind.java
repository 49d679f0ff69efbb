package io.dtkspark.notify;

/** What a message is about, with the look that all channels share. */
public enum NoticeKind {
  ANOMALY("anomaly", "ANOMALY", "Anomaly", 0xD63232, "\uD83D\uDD34"),
  RECOVERY("recovery", "RECOVERED", "Recovered", 0x36A64F, "\uD83D\uDFE2"),
  NO_DATA("no_data", "NO_DATA", "No data", 0xF0AD4E, "\uD83D\uDFE1"),
  ERROR("error", "ERROR", "Failed run", 0x5A7A8C, "\uD83D\uDD35");

  private final String id;
  private final String status;
  private final String word;
  private final int color;
  private final String circle;

  NoticeKind(String id, String status, String word, int color, String circle) {
    this.id = id;
    this.status = status;
    this.word = word;
    this.color = color;
    this.circle = circle;
  }

  /** The word for machines, e.g. in the header {@code X-Detectkit-Event}. */
  public String id() {
    return id;
  }

  /** The template variable {@code status}. */
  public String status() {
    return status;
  }

  /** The word for people. */
  public String word() {
    return word;
  }

  /** RGB. */
  public int color() {
    return color;
  }

  /** The coloured circle that leads titles. */
  public String circle() {
    return circle;
  }
}

package io.dtkspark.notify;

/** The words of messages, in one place. */
public final class Wording {

  /** Sender of messages, unless the channel names another. */
  public static final String BRAND = "dtk-spark";

  /** Picture of the sender, unless the channel has one: a chart, by Twemoji (CC BY 4.0). */
  public static final String ICON_URL =
      "https://cdn.jsdelivr.net/gh/jdecked/twemoji@15.1.0/assets/72x72/1f4c8.png";

  public static final String DASHBOARD = "Dashboard";
  public static final String HELP = "What this message means";

  /**
   * Explains quorum, streak and severity to readers: the guide of detectkit, whose rules these are.
   */
  static final String HELP_URL = "https://dtk.pipelab.dev/guides/reading-alerts/";

  public static final String RULE = "Rule";
  public static final String VALUE = "Value";
  public static final String EXPECTED = "Expected";
  public static final String LINKS = "Links";
  public static final String PARAMETERS = "Parameters";

  static final String QUORUM = "Quorum";
  static final String SEVERITY = "Severity";
  static final String BEGAN = "Began";
  static final String LATEST = "Latest point";
  static final String SEEN = "Seen at";
  static final String FIRED = "Alert fired";
  static final String RECOVERED = "Recovered";
  static final String DUE = "Due at";
  static final String DETECTOR = "Detector";
  static final String ERROR = "Error";

  static final String NO_DATA_LEAD = "The latest complete interval has no datapoint.";
  static final String ERROR_LEAD = "The run of this metric failed.";

  private Wording() {}

  static String title(NoticeKind kind, String prefix, String metric) {
    return switch (kind) {
      case ANOMALY -> prefix + "Alert on " + metric;
      case RECOVERY -> prefix + "Back to normal: " + metric;
      case NO_DATA -> prefix + "Data missing: " + metric;
      case ERROR -> prefix + "Run failed: " + metric;
    };
  }
}

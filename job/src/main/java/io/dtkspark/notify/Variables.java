package io.dtkspark.notify;

import io.dtkspark.alert.AlertRule;
import java.util.HashMap;
import java.util.Map;

/** The variables of templates: detectkit's names, with the types that format specifications see. */
final class Variables {

  /** Prefix of the variables that hold mentions. */
  static final String MENTIONS = "mentions";

  private Variables() {}

  /**
   * All variables of a notice. Where there is nothing to tell the text is empty, and a line is
   * missing with its line break.
   *
   * @param mentions as the platform writes them
   */
  static Map<String, Object> of(NoticeText text, String mentions) {
    Map<String, Object> all = new HashMap<>();
    addSubject(all, text.notice().subject(), text);
    addEvidence(all, text);
    addRule(all, text);
    addTimeline(all, text);
    all.put("status", text.notice().kind().status());
    all.put("error_type", text.notice().failure().map(Notice.Failure::type).orElse(""));
    all.put("error_message", text.notice().failure().map(Notice.Failure::message).orElse(""));
    all.put(MENTIONS, mentions);
    all.put(MENTIONS + "_line", mentions.isEmpty() ? "" : "\n" + mentions);
    return all;
  }

  private static void addSubject(Map<String, Object> all, Subject subject, NoticeText text) {
    all.put("metric_name", subject.metric());
    all.put("project_name", subject.project().orElse(""));
    all.put("project_name_prefix", text.projectPrefix());
    all.put("timezone", subject.timezone().orElse(null));
    all.put("description", subject.description().orElse(""));
    all.put("description_line", subject.description().map(d -> d + "\n").orElse(""));
    String synonyms = String.join(", ", subject.synonyms());
    all.put("synonyms", synonyms);
    all.put("synonyms_line", line("Other names", synonyms));
    String dashboard = subject.message().dashboardUrl().orElse("");
    all.put("dashboard_url", dashboard);
    all.put("dashboard_line", line(Wording.DASHBOARD, dashboard));
    String help = subject.helpUrl().orElse("");
    all.put("help_url", help);
    all.put("help_line", line(Wording.HELP, help));
    all.put("help_label", Wording.HELP);
  }

  private static void addEvidence(Map<String, Object> all, NoticeText text) {
    Evidence evidence = text.notice().evidence();
    boolean missing = Double.isNaN(evidence.value());
    boolean closed = !Double.isNaN(evidence.lower()) && !Double.isNaN(evidence.upper());
    all.put("value", missing ? text.value() : (Object) evidence.value());
    all.put("value_display", text.value());
    all.put("confidence_lower", nullable(evidence.lower()));
    all.put("confidence_upper", nullable(evidence.upper()));
    all.put(
        "confidence_interval",
        closed
            ? "["
                + PythonFormat.number(evidence.lower(), ".2f")
                + ", "
                + PythonFormat.number(evidence.upper(), ".2f")
                + "]"
            : "N/A");
    all.put("expected_range", text.expected());
    all.put("detector_name", evidence.detector());
    all.put("detector_count", evidence.detectors());
    all.put("detector_params", evidence.parameters());
    all.put("direction", evidence.direction());
    all.put("severity", evidence.severity());
    all.put("timestamp", text.time());
  }

  private static void addRule(Map<String, Object> all, NoticeText text) {
    Notice notice = text.notice();
    int window = notice.rule().map(AlertRule::windowPoints).orElse(0);
    all.put("min_detectors", text.minDetectors());
    all.put("direction_policy", text.policy());
    all.put("consecutive_count", notice.streak().points());
    all.put("consecutive_required", text.consecutive());
    all.put("rule_display", text.rule());
    all.put("window_points", window == 0 ? "" : (Object) window);
    all.put("window_matched", notice.byShare() ? (Object) notice.streak().points() : "");
  }

  private static void addTimeline(Map<String, Object> all, NoticeText text) {
    Notice notice = text.notice();
    Timeline timeline = text.timeline();
    all.put("interval_display", timeline.interval());
    all.put("duration_display", timeline.duration());
    all.put("streak_display", timeline.length());
    all.put("streak_capped", notice.streak().capped());
    all.put("onset_display", timeline.onset());
    all.put("started_display", timeline.started());
    all.put("fired_display", timeline.fired());
    all.put("anomaly_lead", timeline.anomalyLead());
    all.put("recovery_lead", timeline.recoveryLead());
    all.put("window_line", PlainText.timeLine(text));
    String delay = notice.delaySeconds() == 0 ? "" : Spans.duration(notice.delaySeconds());
    all.put("data_delay_display", delay);
    all.put("data_delay_line", line("The data trails behind on purpose by", delay));
  }

  private static Object nullable(double bound) {
    return Double.isNaN(bound) ? null : bound;
  }

  private static String line(String label, String value) {
    return value.isEmpty() ? "" : label + ": " + value + "\n";
  }
}

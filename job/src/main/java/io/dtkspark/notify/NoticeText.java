package io.dtkspark.notify;

import io.dtkspark.alert.AlertRule;
import io.dtkspark.alert.AlertState;
import io.dtkspark.json.ShortestDouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A notice in words, the same for every channel; nothing is escaped yet. */
public final class NoticeText {

  private final Notice notice;
  private final Timeline timeline;

  public NoticeText(Notice notice) {
    this.notice = notice;
    this.timeline = new Timeline(notice);
  }

  public Notice notice() {
    return notice;
  }

  Timeline timeline() {
    return timeline;
  }

  /** The headline behind its coloured circle. */
  public String title() {
    return notice.kind().circle() + " " + plainTitle();
  }

  /** The headline, for places that show the status in another way. */
  public String plainTitle() {
    return Wording.title(notice.kind(), projectPrefix(), notice.subject().metric());
  }

  String projectPrefix() {
    return notice.subject().project().map(name -> "[" + name + "] ").orElse("");
  }

  /** The sender and the project, for footers. */
  public String footer(String sender) {
    return notice.subject().project().map(name -> sender + " · " + name).orElse(sender);
  }

  /** What happened, in a sentence. */
  public String lead() {
    return switch (notice.kind()) {
      case ANOMALY -> timeline.anomalyLead();
      case RECOVERY -> timeline.recoveryLead();
      case NO_DATA -> Wording.NO_DATA_LEAD;
      case ERROR -> Wording.ERROR_LEAD;
    };
  }

  /** The time of the datapoint. */
  public String time() {
    return timeline.time();
  }

  public String value() {
    double value = notice.evidence().value();
    return Double.isNaN(value) ? "no data" : ShortestDouble.python(value);
  }

  /** The interval, also one that is open on a side. */
  public String expected() {
    double lower = notice.evidence().lower();
    double upper = notice.evidence().upper();
    if (!Double.isFinite(lower)) {
      return Double.isFinite(upper) ? "<= " + hundredths(upper) : "N/A";
    }
    return Double.isFinite(upper)
        ? "[" + hundredths(lower) + ", " + hundredths(upper) + "]"
        : ">= " + hundredths(lower);
  }

  /** Votes seen and needed, and their direction. */
  String quorum() {
    return notice.evidence().detectors()
        + "/"
        + minDetectors()
        + " · "
        + notice.evidence().direction();
  }

  String severity() {
    return hundredths(notice.evidence().severity());
  }

  /** The rule, for notices that have one. */
  public String rule() {
    String base = "min_detectors=" + minDetectors() + " · direction=" + policy();
    String inARow = base + " · consecutive=" + consecutive();
    AlertRule rule = notice.rule().orElse(null);
    if (rule == null || rule.windowPoints() == 0) {
      return inARow;
    }
    String share =
        "share>="
            + PythonFormat.number(rule.minShare() * 100, "g")
            + "% over "
            + Spans.duration(rule.windowPoints() * notice.intervalSeconds());
    return notice.byShare() ? base + " · " + share : inARow + " (or " + share + ")";
  }

  /** What broke, for failed runs. */
  public String error() {
    return notice.failure().map(f -> f.type() + ": " + f.message()).orElse("");
  }

  /** The facts behind an anomaly or a recovery in the order they are shown, value and all. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(headFacts());
    facts.addAll(tailFacts());
    return facts;
  }

  /** Value and interval; for other notices, what there is instead. */
  public List<Fact> headFacts() {
    Fact expected = new Fact(Wording.EXPECTED, expected(), true);
    return switch (notice.kind()) {
      case ANOMALY, RECOVERY -> List.of(new Fact(Wording.VALUE, value(), true), expected);
      case NO_DATA -> List.of(new Fact(Wording.DUE, time(), false), expected);
      case ERROR ->
          List.of(new Fact(Wording.SEEN, time(), false), new Fact(Wording.ERROR, error(), true));
    };
  }

  /** Evidence that may be folded away. */
  public List<Fact> tailFacts() {
    if (notice.rule().isEmpty()) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    if (notice.kind() == NoticeKind.ANOMALY) {
      facts.add(new Fact(Wording.QUORUM, quorum(), false));
      facts.add(new Fact(Wording.SEVERITY, severity(), false));
    }
    facts.addAll(timeline.facts());
    facts.add(new Fact(Wording.DETECTOR, notice.evidence().detector(), true));
    return facts;
  }

  /** Parameters of the detectors, for anomalies that have some. */
  public Optional<String> parameters() {
    return Optional.of(notice.evidence().parameters())
        .filter(text -> notice.kind() == NoticeKind.ANOMALY && !text.isEmpty());
  }

  /** Votes the rule asks for; without rule, those there are. */
  public int minDetectors() {
    return notice.rule().map(AlertRule::minDetectors).orElse(notice.evidence().detectors());
  }

  /** Points in a row the rule asks for; without rule, those there are. */
  public int consecutive() {
    return notice.rule().map(AlertRule::consecutive).orElse(notice.streak().points());
  }

  /** The direction the rule asks for; without rule, the one there is. */
  public String policy() {
    return notice.rule().map(r -> r.policy().text()).orElse(notice.evidence().direction());
  }

  /** The onset as ISO 8601 in UTC; empty when it is not known. */
  public Optional<String> isoOnset() {
    long onset = notice.streak().onsetMillis();
    return onset == AlertState.NEVER ? Optional.empty() : Optional.of(Spans.iso(onset));
  }

  /** The time of the datapoint as ISO 8601 in UTC. */
  public String isoTime() {
    return Spans.iso(notice.evidence().epochMillis());
  }

  private static String hundredths(double number) {
    return PythonFormat.number(number, ".2f");
  }
}

package io.dtkspark.notify;

import io.dtkspark.alert.AlertRule;
import io.dtkspark.alert.AlertState;
import io.dtkspark.alert.Streak;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Since when, for how long, and how the lead says it. */
final class Timeline {

  private static final long SECOND = 1000;

  private final Notice notice;
  private final Streak streak;

  Timeline(Notice notice) {
    this.notice = notice;
    this.streak = notice.streak();
  }

  String time() {
    return shown(notice.evidence().epochMillis());
  }

  /** First anomalous point, empty when not known. */
  String onset() {
    return streak.onsetMillis() == AlertState.NEVER ? "" : shown(streak.onsetMillis());
  }

  /** The onset, or that it lies further back. */
  String started() {
    boolean earlier = streak.capped() && !notice.byShare() && !onset().isEmpty();
    return earlier ? onset() + " or earlier" : onset();
  }

  /**
   * When the rule was first met; empty when that is not known. A share has scattered points, and a
   * capped streak no beginning.
   */
  String fired() {
    if (onset().isEmpty() || streak.capped() || notice.byShare() || !isTimed()) {
      return "";
    }
    int needed = Math.max(1, notice.rule().map(AlertRule::consecutive).orElse(streak.points()));
    return shown(streak.onsetMillis() + (needed - 1) * notice.intervalSeconds() * SECOND);
  }

  String duration() {
    if (!isTimed()) {
      return "";
    }
    if (notice.byShare()) {
      return Spans.duration(window() * notice.intervalSeconds());
    }
    String duration = Spans.duration(streak.points() * notice.intervalSeconds());
    return streak.points() == 0 ? "" : streak.capped() ? "over " + duration : duration;
  }

  /** Points of the streak, {@code 1000+} or {@code 5/20}; empty when there are none. */
  String length() {
    if (notice.byShare()) {
      return streak.points() + "/" + window();
    }
    return streak.points() == 0 ? "" : streak.points() + (streak.capped() ? "+" : "");
  }

  String interval() {
    return isTimed() ? Spans.interval(notice.intervalSeconds()) : "";
  }

  String anomalyLead() {
    if (notice.byShare()) {
      return shareLead();
    }
    if (duration().isEmpty()) {
      return "Points in a row with enough votes: " + streak.points() + ".";
    }
    return "Out of its range for " + duration() + ": " + points() + ".";
  }

  String recoveryLead() {
    String lead = "The metric is back in its range.";
    boolean untold = duration().isEmpty() || notice.byShare();
    return untold ? lead : lead + " It was out for " + duration() + ": " + points() + ".";
  }

  List<Fact> facts() {
    boolean recovery = notice.kind() == NoticeKind.RECOVERY;
    List<Fact> facts = new ArrayList<>();
    if (!started().isEmpty()) {
      facts.add(new Fact(Wording.BEGAN, started(), false));
      if (recovery && !fired().isEmpty()) {
        facts.add(new Fact(Wording.FIRED, fired(), false));
      }
      facts.add(new Fact(recovery ? Wording.RECOVERED : Wording.LATEST, time(), false));
    } else {
      facts.add(new Fact(recovery ? Wording.RECOVERED : Wording.SEEN, time(), false));
    }
    return facts;
  }

  private String shareLead() {
    double share = (double) streak.points() / window();
    String limit = notice.rule().map(r -> PythonFormat.number(r.minShare() * 100, "g")).orElse("");
    return String.format(
        Locale.ROOT,
        "%d of the last %d points were out of range: %s%% of %s, where %s%% is the limit.",
        streak.points(),
        window(),
        PythonFormat.number(share * 100, ".0f"),
        duration(),
        limit);
  }

  private String points() {
    String intervals = streak.points() == 1 ? " interval of " : " intervals of ";
    return length() + intervals + interval() + (streak.points() == 1 ? "" : " in a row");
  }

  private long window() {
    return notice.rule().map(AlertRule::windowPoints).orElse(0);
  }

  private boolean isTimed() {
    return notice.intervalSeconds() > 0;
  }

  private String shown(long epochMillis) {
    return Spans.time(epochMillis, notice.subject().timezone());
  }
}

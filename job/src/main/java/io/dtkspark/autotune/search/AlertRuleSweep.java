package io.dtkspark.autotune.search;

import io.dtkspark.autotune.Decision.Stage;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.TuningResult.AlertRule;
import io.dtkspark.autotune.TuningResult.Share;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the alert rule under which the chosen detector's alerts match known incidents best: the run
 * length first, then whether a share of a window beside it does better.
 */
final class AlertRuleSweep {

  private static final int LONGEST_RUN = 5;
  private static final int[] WINDOWS = {4, 6, 12, 24};
  private static final double[] SHARES = {0.2, 0.3, 0.5};

  private final Evidence evidence;
  private final LabelledObjective objective;
  private final Verdicts verdicts;
  private int length = 1;
  private double best = Double.NEGATIVE_INFINITY;
  private Optional<Share> share = Optional.empty();

  private AlertRuleSweep(Evidence evidence, Verdicts verdicts) {
    this.evidence = evidence;
    this.objective = new LabelledObjective(evidence.incident(), evidence.rule());
    this.verdicts = verdicts;
  }

  /** The best rule; empty without labels to judge by. */
  static Optional<AlertRule> choose(Evidence evidence, Candidate winner, DecisionLog log) {
    if (!evidence.isSupervised()) {
      return Optional.empty();
    }
    TuningSeries series = evidence.series();
    Verdicts verdicts =
        DetectPass.over(series, winner.spec(), series.groups(winner.components()))
            .judge(winner.spec());
    AlertRuleSweep sweep = new AlertRuleSweep(evidence, verdicts);
    sweep.chooseLength();
    sweep.chooseShare();
    sweep.tell(log);
    return Optional.of(new AlertRule(sweep.length, sweep.share.orElse(null)));
  }

  /** Rows that end a run of {@code length} flagged ones. */
  static boolean[] runs(boolean[] flagged, int length) {
    boolean[] fires = new boolean[flagged.length];
    int run = 0;
    for (int row = 0; row < fires.length; row++) {
      run = flagged[row] ? run + 1 : 0;
      fires[row] = run >= length;
    }
    return fires;
  }

  /** Flagged rows that end a window with enough of them; rows before the first are not flagged. */
  static boolean[] shares(boolean[] flagged, Share share) {
    boolean[] fires = new boolean[flagged.length];
    double enough = share.minShare() * share.windowPoints();
    int inWindow = 0;
    for (int row = 0; row < fires.length; row++) {
      int left = row - share.windowPoints();
      inWindow += flagged[row] ? 1 : 0;
      inWindow -= left >= 0 && flagged[left] ? 1 : 0;
      fires[row] = flagged[row] && inWindow >= enough;
    }
    return fires;
  }

  private void chooseLength() {
    for (int k = 1; k <= LONGEST_RUN; k++) {
      double score = score(runs(verdicts.flagged(), k));
      if (score > best) {
        best = score;
        length = k;
      }
    }
  }

  private void chooseShare() {
    boolean[] runs = runs(verdicts.flagged(), length);
    for (int window : WINDOWS) {
      if (window > verdicts.size()) {
        continue;
      }
      for (double minShare : SHARES) {
        Share candidate = new Share(window, minShare);
        double score = score(either(runs, shares(verdicts.flagged(), candidate)));
        if (score > best) {
          best = score;
          share = Optional.of(candidate);
        }
      }
    }
  }

  private static boolean[] either(boolean[] a, boolean[] b) {
    boolean[] either = new boolean[a.length];
    for (int row = 0; row < either.length; row++) {
      either[row] = a[row] || b[row];
    }
    return either;
  }

  private double score(boolean[] alerts) {
    return objective.value(verdicts.flagging(alerts), 0, verdicts.size());
  }

  private void tell(DecisionLog log) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("consecutive_anomalies", (long) length);
    String rule = "alert after " + length + " in a row";
    if (share.isPresent()) {
      fields.put("anomaly_window_points", (long) share.get().windowPoints());
      fields.put("min_anomaly_share", share.get().minShare());
      rule += " or on " + share.get().minShare() + " of " + share.get().windowPoints();
    }
    String metric = evidence.rule().metric().key();
    String score = String.format(Locale.ROOT, "%s %.3f on the incidents", metric, best);
    log.add(Stage.WINDOW, rule + ": " + score, fields);
  }
}

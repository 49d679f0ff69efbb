package io.dtkspark.autotune.search;

import io.dtkspark.autotune.Decision.Stage;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.search.AlertRule.Fraction;
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

  private final LabelledObjective objective;
  private final ScoringMetric metric;
  private final Verdicts verdicts;
  private int length = 1;
  private double best = Double.NEGATIVE_INFINITY;
  private Optional<Fraction> fraction = Optional.empty();

  private AlertRuleSweep(Evidence evidence, Verdicts verdicts) {
    this.metric = evidence.scoring().metric();
    this.objective =
        new LabelledObjective(evidence.truth().incident(), metric, evidence.scoring().beta());
    this.verdicts = verdicts;
  }

  /** The best rule; empty without labels to judge by. */
  static Optional<AlertRule> choose(Evidence evidence, Candidate winner, DecisionLog log) {
    if (!evidence.truth().isSupervised()) {
      return Optional.empty();
    }
    TuningSeries series = evidence.series();
    Verdicts verdicts =
        DetectPass.over(series, winner.spec(), series.groups(winner.components()))
            .judge(winner.spec());
    AlertRuleSweep sweep = new AlertRuleSweep(evidence, verdicts);
    sweep.chooseLength();
    sweep.chooseFraction();
    sweep.tell(log);
    return Optional.of(new AlertRule(sweep.length, sweep.fraction));
  }

  private void chooseLength() {
    for (int k = 1; k <= LONGEST_RUN; k++) {
      double score = score(AlertRule.runs(verdicts.flagged(), k));
      if (score > best) {
        best = score;
        length = k;
      }
    }
  }

  private void chooseFraction() {
    boolean[] runs = AlertRule.runs(verdicts.flagged(), length);
    for (int window : WINDOWS) {
      if (window > verdicts.size()) {
        continue;
      }
      for (double share : SHARES) {
        Fraction candidate = new Fraction(window, share);
        double score = score(either(runs, candidate.fires(verdicts.flagged())));
        if (score > best) {
          best = score;
          fraction = Optional.of(candidate);
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
    if (fraction.isPresent()) {
      fields.put("anomaly_window_points", (long) fraction.get().windowPoints());
      fields.put("min_anomaly_share", fraction.get().minShare());
      rule += " or on " + fraction.get().minShare() + " of " + fraction.get().windowPoints();
    }
    String score = String.format(Locale.ROOT, "%s %.3f on the incidents", metric.key(), best);
    log.add(Stage.WINDOW, rule + ": " + score, fields);
  }
}

package io.dtkspark.autotune;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a search with labels maximizes. */
public enum ScoringMetric {
  /** Matthews correlation; the default, since it bears anomalies being rare. */
  MCC("mcc"),
  F1("f1"),
  F_BETA("f_beta"),
  BALANCED_ACCURACY("balanced_accuracy"),
  ROC_AUC("roc_auc"),
  PR_AUC("pr_auc"),
  /** F1 over incidents: one flagged point catches the whole incident. */
  EVENT_F1("event_f1");

  private final String key;

  ScoringMetric(String key) {
    this.key = key;
  }

  /** The name in YAML files, on the command line and in tables. */
  public String key() {
    return key;
  }

  /**
   * The metric of that name.
   *
   * @throws DtkException CONFIG listing the names there are
   */
  public static ScoringMetric of(String key) {
    return Arrays.stream(values())
        .filter(metric -> metric.key.equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new DtkException(
                    ErrorCode.CONFIG,
                    "scoring metric \"" + key + "\" does not exist; use one of " + keys()));
  }

  private static String keys() {
    return Arrays.stream(values()).map(ScoringMetric::key).collect(Collectors.joining(", "));
  }
}

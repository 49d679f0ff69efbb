package io.dtkspark.autotune.search;

import java.util.Locale;

/** What a supervised search maximises. */
public enum ScoringMetric {
  /** Matthews correlation coefficient, -1 to 1. */
  MCC,
  F1,
  F_BETA,
  BALANCED_ACCURACY,
  ROC_AUC,
  /** Average precision. */
  PR_AUC,
  /** F1 in which an incident counts once, caught by any flag inside; false flags count singly. */
  EVENT_F1;

  /** Its name in files and tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

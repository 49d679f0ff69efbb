package io.dtkspark.plan;

import java.util.Locale;

/** A stage of the pipeline, in the order in which stages run. */
public enum Step {
  LOAD,
  DETECT,
  ALERT;

  /** The spelling of {@code --steps} and of the JSON summary. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

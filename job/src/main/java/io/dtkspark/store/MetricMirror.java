package io.dtkspark.store;

import io.dtkspark.config.MetricConfig;

/** {@code _dtk_metrics}: the informational mirror of each metric's configuration. */
@FunctionalInterface
public interface MetricMirror {

  /** Replaces the metric's row in {@code tableName} (never created here unless the default). */
  void upsert(MetricConfig metric, String tableName);
}

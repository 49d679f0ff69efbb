package io.dtkspark.run;

import io.dtkspark.autotune.AutotuneSettings.Overrides;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.Profile;
import io.dtkspark.config.Project;
import io.dtkspark.series.TimeRange;
import java.util.List;
import java.util.Optional;

/**
 * Everything {@code dtk autotune} needs to know, checked.
 *
 * @param metrics in order of processing, disabled ones included
 * @param state the profile that holds the {@code _dtk_*} tables
 * @param from {@code --from}, epoch milliseconds
 * @param to {@code --to}, epoch milliseconds
 * @param incidents path of labels on the command line
 * @param dryRun whether nothing but the lock is stored
 */
public record TuningRequest(
    Project project,
    List<MetricConfig> metrics,
    Profile state,
    Optional<Long> from,
    Optional<Long> to,
    Optional<String> incidents,
    Overrides overrides,
    boolean force,
    boolean dryRun) {

  /** Points to train on; a side that was not given is unbounded. */
  TimeRange range() {
    long start = from.orElse(Long.MIN_VALUE);
    return new TimeRange(start, Math.max(start, to.orElse(Long.MAX_VALUE)));
  }
}

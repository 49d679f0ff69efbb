package io.dtkspark.plan;

import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.Profile;
import io.dtkspark.config.ProjectConfig;
import io.dtkspark.series.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything one run needs to know, checked: the selected metrics and what to do with them.
 *
 * @param metrics selected metrics in order of processing, disabled ones included
 * @param state the profile that holds the {@code _dtk_*} tables
 * @param sources profiles by name, for metrics with a source profile
 * @param from {@code --from}, epoch milliseconds
 * @param to {@code --to}, epoch milliseconds
 * @param now the wall clock of the run, epoch milliseconds; read once, so that retries see the same
 */
public record RunRequest(
    ProjectConfig project,
    List<MetricConfig> metrics,
    Profile state,
    Map<String, Profile> sources,
    Set<Step> steps,
    Optional<Long> from,
    Optional<Long> to,
    boolean fullRefresh,
    boolean force,
    long now) {

  /**
   * {@code [--from, --to)}; a side that was not given is unbounded, a range that ends before it
   * starts is empty.
   */
  public TimeRange requestedRange() {
    long start = from.orElse(Long.MIN_VALUE);
    return new TimeRange(start, Math.max(start, to.orElse(Long.MAX_VALUE)));
  }
}

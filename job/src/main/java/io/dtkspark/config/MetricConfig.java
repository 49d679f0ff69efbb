package io.dtkspark.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One metric as its YAML file describes it, checked. Keys keep detectkit's meaning; names are ours.
 *
 * @param file absolute path of the YAML file
 * @param synonyms other names of the metric, for messages
 * @param tags empty = none
 * @param queryFile path as written, relative to the project's root
 * @param lateInterval the interval, which may prove wrong only when the metric runs
 * @param loadingStart where loading starts when nothing is stored yet
 * @param loadingDelaySeconds empty = the project's delay applies
 */
public record MetricConfig(
    Path file,
    String name,
    Optional<String> description,
    List<String> synonyms,
    List<String> tags,
    Optional<String> sourceProfile,
    Optional<String> query,
    Optional<String> queryFile,
    QueryColumns queryColumns,
    Late<Interval> lateInterval,
    Optional<LoadingStart> loadingStart,
    List<String> seasonalityColumns,
    int loadingBatchSize,
    Optional<Long> loadingDelaySeconds,
    List<DetectorConfig> detectors,
    List<AlertConfig> alerting,
    AutotuneConfig autotune,
    boolean enabled) {

  public static final int DEFAULT_LOADING_BATCH_SIZE = 10_000;

  /**
   * The step of the metric's grid.
   *
   * @throws io.dtkspark.error.DtkException CONFIG when the file has no valid interval
   */
  public Interval interval() {
    return lateInterval.get();
  }

  /**
   * Where loading starts when nothing is stored yet, in epoch milliseconds UTC.
   *
   * @throws io.dtkspark.error.DtkException CONFIG when it is not written {@code YYYY-MM-DD
   *     HH:MM:SS}
   */
  public Optional<Long> loadingStartTime() {
    return loadingStart.map(start -> start.forLoading().get());
  }

  /** A metric with a query for tests and tools: everything else has its default. */
  public static Builder builder(String name, Interval interval) {
    return new Builder(name, Late.of(interval.text(), interval));
  }

  /** Sets one property at a time; what is not set has detectkit's default. */
  public static final class Builder {

    private final String name;
    private final Late<Interval> interval;
    private Path file = Path.of("");
    private Optional<String> description = Optional.empty();
    private List<String> synonyms = List.of();
    private List<String> tags = List.of();
    private Optional<String> sourceProfile = Optional.empty();
    private Optional<String> query = Optional.empty();
    private Optional<String> queryFile = Optional.empty();
    private QueryColumns queryColumns = QueryColumns.DEFAULT;
    private Optional<LoadingStart> loadingStart = Optional.empty();
    private List<String> seasonalityColumns = List.of();
    private int loadingBatchSize = DEFAULT_LOADING_BATCH_SIZE;
    private Optional<Long> loadingDelaySeconds = Optional.empty();
    private List<DetectorConfig> detectors = List.of();
    private List<AlertConfig> alerting = List.of();
    private AutotuneConfig autotune = AutotuneConfig.DEFAULT;
    private boolean enabled = true;

    Builder(String name, Late<Interval> interval) {
      this.name = name;
      this.interval = interval;
    }

    public Builder file(Path value) {
      file = value;
      return this;
    }

    public Builder description(Optional<String> value) {
      description = value;
      return this;
    }

    public Builder synonyms(List<String> value) {
      synonyms = List.copyOf(value);
      return this;
    }

    public Builder tags(List<String> value) {
      tags = List.copyOf(value);
      return this;
    }

    public Builder sourceProfile(Optional<String> value) {
      sourceProfile = value;
      return this;
    }

    public Builder query(Optional<String> value) {
      query = value;
      return this;
    }

    public Builder queryFile(Optional<String> value) {
      queryFile = value;
      return this;
    }

    public Builder queryColumns(QueryColumns value) {
      queryColumns = value;
      return this;
    }

    public Builder loadingStart(Optional<LoadingStart> value) {
      loadingStart = value;
      return this;
    }

    /** Where loading and detection start, in epoch milliseconds UTC. */
    public Builder loadingStartTime(long epochMillis) {
      Late<Long> start = Late.of(Long.toString(epochMillis), epochMillis);
      return loadingStart(Optional.of(new LoadingStart(start, start)));
    }

    public Builder seasonalityColumns(List<String> value) {
      seasonalityColumns = List.copyOf(value);
      return this;
    }

    public Builder loadingBatchSize(int value) {
      loadingBatchSize = value;
      return this;
    }

    public Builder loadingDelaySeconds(Optional<Long> value) {
      loadingDelaySeconds = value;
      return this;
    }

    public Builder detectors(List<DetectorConfig> value) {
      detectors = List.copyOf(value);
      return this;
    }

    public Builder alerting(List<AlertConfig> value) {
      alerting = List.copyOf(value);
      return this;
    }

    public Builder autotune(AutotuneConfig value) {
      autotune = value;
      return this;
    }

    public Builder enabled(boolean value) {
      enabled = value;
      return this;
    }

    public MetricConfig build() {
      return new MetricConfig(
          file,
          name,
          description,
          synonyms,
          tags,
          sourceProfile,
          query,
          queryFile,
          queryColumns,
          interval,
          loadingStart,
          seasonalityColumns,
          loadingBatchSize,
          loadingDelaySeconds,
          detectors,
          alerting,
          autotune,
          enabled);
    }
  }
}

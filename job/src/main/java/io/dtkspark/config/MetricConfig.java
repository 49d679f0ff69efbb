package io.dtkspark.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One metric as its YAML file describes it, checked. Keys keep detectkit's meaning; names are ours.
 *
 * @param file absolute path of the YAML file
 * @param queryFile path as written, relative to the project's root
 * @param loadingStartTime epoch milliseconds, UTC
 * @param loadingDelaySeconds empty = the project's delay applies
 */
public record MetricConfig(
    Path file,
    String name,
    Optional<String> description,
    List<String> tags,
    Optional<String> sourceProfile,
    Optional<String> query,
    Optional<String> queryFile,
    QueryColumns queryColumns,
    Interval interval,
    Optional<Long> loadingStartTime,
    List<String> seasonalityColumns,
    int loadingBatchSize,
    Optional<Long> loadingDelaySeconds,
    List<DetectorConfig> detectors,
    List<AlertConfig> alerting,
    boolean enabled) {}

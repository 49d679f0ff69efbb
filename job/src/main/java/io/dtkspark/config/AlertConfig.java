package io.dtkspark.config;

import java.util.List;
import java.util.Optional;

/**
 * One alerting block. Only what the pipeline needs before alerts are sent: identity and the mirror
 * in {@code _dtk_metrics}; the remaining keys are checked while reading.
 *
 * @param alertConfigId first 16 hex digits of the md5 over the functional keys
 */
public record AlertConfig(
    String alertConfigId,
    boolean enabled,
    Optional<String> timezone,
    List<String> channels,
    int minDetectors,
    String direction,
    int consecutiveAnomalies,
    boolean noDataAlert) {}

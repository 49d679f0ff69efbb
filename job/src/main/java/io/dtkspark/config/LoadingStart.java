package io.dtkspark.config;

import io.dtkspark.config.python.IsoTime;
import io.dtkspark.config.python.PythonTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The {@code loading_start_time} of a metric, in epoch milliseconds UTC. The load step of the
 * original reads it more strictly than its detect step, hence two readings.
 *
 * @param forLoading as {@code YYYY-MM-DD HH:MM:SS}
 * @param forDetection as any ISO 8601 time
 */
public record LoadingStart(Late<Long> forLoading, Late<Long> forDetection) {

  static LoadingStart read(ConfigNode node) {
    String text = node.text();
    return new LoadingStart(
        late(node, text, PythonTime.SECONDS.parse(text), "\"YYYY-MM-DD HH:MM:SS\" (UTC)"),
        late(node, text, IsoTime.parseUtc(text.replace("Z", "+00:00")), "an ISO 8601 time"));
  }

  private static Late<Long> late(
      ConfigNode node, String text, Optional<LocalDateTime> time, String expected) {
    return time.map(t -> Late.of(text, t.toInstant(ZoneOffset.UTC).toEpochMilli()))
        .orElseGet(() -> Late.failing(text, node.mismatch(expected)));
  }
}

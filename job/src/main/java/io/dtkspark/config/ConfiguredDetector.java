package io.dtkspark.config;

import io.dtkspark.config.python.IsoTime;
import io.dtkspark.config.python.PythonNumbers;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A detector as it stands in a metric's file. */
record ConfiguredDetector(String type, ConfigNode node) implements DetectorConfig {

  private static final int DEFAULT_BATCH_SIZE = 1000;

  static ConfiguredDetector read(ConfigNode node, ConfigWarnings warnings) {
    Fields fields = node.fields(warnings);
    String expected = "one of " + String.join(", ", DetectorType.KEYS);
    String type = fields.required("type", expected).oneOf(DetectorType.KEYS);
    fields.present("params").ifPresent(ConfigNode::withTextKeys);
    fields.done();
    return new ConfiguredDetector(type, node);
  }

  @Override
  public Optional<Long> startTime() {
    return param("start_time").map(ConfiguredDetector::epochMillis);
  }

  private static long epochMillis(ConfigNode node) {
    Optional<LocalDateTime> time = Optional.empty();
    if (node.value() instanceof String text) {
      time = IsoTime.parseUtc(text.replace("Z", "+00:00"));
    }
    return time.orElseThrow(
            () -> node.mismatch("a quoted ISO 8601 time such as \"2024-02-01 00:00:00\""))
        .toInstant(ZoneOffset.UTC)
        .toEpochMilli();
  }

  @Override
  public int batchSize() {
    return param("batch_size").map(ConfiguredDetector::points).orElse(DEFAULT_BATCH_SIZE);
  }

  private static int points(ConfigNode node) {
    Object value = node.value();
    if (!PythonNumbers.isNumber(value)) {
      throw node.mismatch("a whole number of intervals, at least 1");
    }
    BigInteger points =
        LaxValues.whole(value)
            .filter(number -> number.signum() > 0)
            .orElseThrow(() -> node.mismatch("a whole number of intervals, at least 1"));
    // More intervals than an int counts are one batch anyway.
    return points.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValueExact();
  }

  /** An execution parameter; what Python takes for false counts as absent. */
  private Optional<ConfigNode> param(String key) {
    return node.child("params")
        .flatMap(params -> params.child(key))
        .filter(value -> PythonNumbers.isTruthy(value.value()));
  }

  @Override
  public Resolved resolve() {
    DetectorParams params = new DetectorParams(node, node.child("params").orElse(node));
    return DetectorType.of(type)
        .orElseThrow(
            () ->
                node.child("type")
                    .orElse(node)
                    .mismatch("a detector that exists: mad, zscore, iqr, autoreg or manual_bounds"))
        .resolve(params);
  }
}

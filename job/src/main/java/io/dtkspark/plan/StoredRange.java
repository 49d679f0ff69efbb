package io.dtkspark.plan;

import java.util.Optional;

/** First and last stored datapoint of a metric, epoch milliseconds; both empty when it has none. */
public record StoredRange(Optional<Long> first, Optional<Long> last) {}

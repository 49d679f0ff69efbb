package io.dtkspark.run;

import java.util.Optional;

/**
 * How Spark is started.
 *
 * @param master Spark master URL; empty = what {@code spark-submit} set, else {@code local[*]}
 * @param sourceConnections queries that may run at once against one source, per executor
 */
public record SparkOptions(Optional<String> master, int sourceConnections) {

  public static final int DEFAULT_SOURCE_CONNECTIONS = 8;
}

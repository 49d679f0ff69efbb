package io.dtkspark.run;

import java.util.Optional;

/**
 * How Spark is started.
 *
 * @param master Spark master URL; empty = what {@code spark-submit} set, else {@code local[*]}
 * @param sourceConnections queries that may run at once against one source, per executor
 * @param maxChunkRows intervals a task may hold at once; results never depend on it
 */
public record SparkOptions(Optional<String> master, int sourceConnections, int maxChunkRows) {

  public static final int DEFAULT_MAX_CHUNK_ROWS = 131_072;

  public static final int DEFAULT_SOURCE_CONNECTIONS = 8;
}

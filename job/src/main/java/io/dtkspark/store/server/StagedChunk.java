package io.dtkspark.store.server;

import io.dtkspark.store.Staging;
import java.util.Map;

/**
 * A complete staging.
 *
 * @param constants values of the columns that all its rows share, by name; moments in epoch
 *     milliseconds
 * @param rows number of rows
 * @param first first timestamp in epoch milliseconds; unspecified without rows
 * @param last last timestamp in epoch milliseconds; unspecified without rows
 */
record StagedChunk(
    Staging staging, Map<String, Object> constants, long rows, long first, long last) {}

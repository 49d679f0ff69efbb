package io.dtkspark.store.clickhouse;

import io.dtkspark.store.Staging;

/**
 * A complete staging that has rows.
 *
 * @param owner metric and, for detections, detector of all its rows
 * @param first first timestamp in epoch milliseconds
 * @param last last timestamp in epoch milliseconds
 */
record StagedChunk(Staging staging, String owner, long first, long last) {}

package io.dtkspark.store;

import io.dtkspark.series.TimeRange;
import io.dtkspark.table.TargetTable;
import java.util.List;
import java.util.Optional;

/**
 * One step that moves staged rows into their table, all or nothing: the optional replaced range is
 * deleted and the rows of the stagings are merged in one transaction.
 *
 * <p>A row replaces the stored one of the same key when the stored {@code created_at} is not newer.
 *
 * @param table target
 * @param metric whose rows
 * @param detectorId whose rows; empty for datapoints
 * @param stagings chunks in time order
 * @param replace range whose stored rows go first (full refresh); {@link Long#MIN_VALUE} and {@link
 *     Long#MAX_VALUE} mean no bound
 */
public record Publication(
    TargetTable table,
    String metric,
    Optional<String> detectorId,
    List<Staging> stagings,
    Optional<TimeRange> replace) {}

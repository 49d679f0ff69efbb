package io.dtkspark.bench;

import io.dtkspark.config.Profile;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.Publication;
import io.dtkspark.store.Staging;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStore.DatapointHeader;
import io.dtkspark.store.StateStore.DetectionHeader;
import io.dtkspark.store.StateStores;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.DetectionSink;
import io.dtkspark.table.TargetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Seconds that a store on a server takes for the rows of a backfill, one task: stage and publish
 * datapoints, the same for detections, read the datapoints. See {@code server_rates.py}.
 *
 * <p>Arguments: type, host, port, user, password, database, location of the tables, rows.
 */
public final class StoreRate {

  /** Rows of a chunk, and chunks of a publication, as in a run. */
  private static final int CHUNK_ROWS = 1 << 17;

  private static final int CHUNKS = 4;
  private static final int BLOCK_ROWS = 1024;
  private static final long MINUTE = 60_000;
  private static final String METRIC = "taxi";
  private static final String DETECTOR = "0123456789abcdef";

  private final StateStore store;
  private final long rows;
  private final BackfillRows block = new BackfillRows(BLOCK_ROWS);
  private long nanos;

  private StoreRate(StateStore store, long rows) {
    this.store = store;
    this.rows = rows;
  }

  /** Stages the rows {@code from} to {@code to}, exclusive. */
  private interface Stager {
    void stage(Staging staging, long from, long to);
  }

  public static void main(String[] arguments) {
    Profile profile =
        new Profile(
            "bench",
            arguments[0],
            arguments[1],
            Integer.parseInt(arguments[2]),
            arguments[3],
            arguments[4],
            arguments[5].isEmpty() ? null : arguments[5],
            null,
            false,
            arguments[6],
            arguments[6],
            Map.of());
    try (StateStore store = StateStores.open(profile)) {
      store.createTables();
      System.out.println(new StoreRate(store, Long.parseLong(arguments[7])).measure());
    }
  }

  private String measure() {
    double datapoints = write(TargetTable.DATAPOINTS, Optional.empty(), this::datapoints);
    double detections = write(TargetTable.DETECTIONS, Optional.of(DETECTOR), this::detections);
    return String.format(
        Locale.ROOT,
        "{\"datapoints\": %.3f, \"detections\": %.3f, \"read\": %.3f}",
        datapoints,
        detections,
        read());
  }

  private double write(TargetTable table, Optional<String> detector, Stager stager) {
    nanos = 0;
    List<Staging> waiting = new ArrayList<>();
    for (long from = 0; from < rows; from += CHUNK_ROWS) {
      Staging staging = new Staging(table, "bench_" + table + "_" + from);
      stager.stage(staging, from, Math.min(rows, from + CHUNK_ROWS));
      waiting.add(staging);
      if (waiting.size() == CHUNKS || from + CHUNK_ROWS >= rows) {
        Publication publication =
            new Publication(table, METRIC, detector, List.copyOf(waiting), Optional.empty());
        timed(() -> store.publish(publication));
        waiting.clear();
      }
    }
    return nanos / 1e9;
  }

  private void datapoints(Staging staging, long from, long to) {
    DatapointHeader header = new DatapointHeader(METRIC, 60, "", 0);
    try (DatapointSink sink = store.stageDatapoints(staging, header)) {
      blocks(from, to, (time, row) -> sink.append(time, block.value(row), "{}"));
      timed(sink::complete);
    }
  }

  private void detections(Staging staging, long from, long to) {
    DetectionHeader header =
        new DetectionHeader(METRIC, DETECTOR, "MADDetector", "{\"window_size\":2016}", 0);
    try (DetectionSink sink = store.stageDetections(staging, header)) {
      blocks(from, to, (time, row) -> append(sink, time, row));
      timed(sink::complete);
    }
  }

  private void append(DetectionSink sink, long time, int row) {
    double value = block.value(row);
    sink.append(time, false, value - 1, value + 1, value, value, block.metadata(row));
  }

  private void blocks(long from, long to, RowWriter writer) {
    for (long first = from; first < to; first += BLOCK_ROWS) {
      int count = (int) Math.min(BLOCK_ROWS, to - first);
      long start = first;
      block.fill(count);
      timed(
          () -> {
            for (int row = 0; row < count; row++) {
              writer.write((start + row) * MINUTE, row);
            }
          });
    }
  }

  /** Writes a row of the block. */
  private interface RowWriter {
    void write(long time, int row);
  }

  private double read() {
    nanos = 0;
    long[] seen = new long[1];
    TimeRange all = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);
    timed(() -> store.readDatapoints(METRIC, all, (time, value, data, columns) -> seen[0]++));
    if (seen[0] != rows) {
      throw new IllegalStateException(seen[0] + " rows were read, not " + rows);
    }
    return nanos / 1e9;
  }

  private void timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    nanos += System.nanoTime() - start;
  }
}

package io.dtkspark.bench;

import io.dtkspark.config.Profile;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.DuckDbDatabase;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import io.dtkspark.table.DatapointsTable;
import io.dtkspark.table.DetectionsTable;
import io.dtkspark.table.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * What DuckDB's own bulk load takes for the rows of a backfill: its appender fills {@code
 * _dtk_datapoints} and {@code _dtk_detections}, primary keys included, and the file is closed.
 *
 * <p>Arguments: a file that does not exist yet, and the number of points. Prints the seconds in
 * DuckDB as a JSON object; making the rows does not count.
 */
public final class DuckDbBareRate {

  private static final int BLOCK_ROWS = 1024;
  private static final long MINUTE_MICROS = 60_000_000;
  private static final byte[] METRIC = utf8("taxi");
  private static final byte[] DETECTOR_ID = utf8("0123456789abcdef");
  private static final byte[] DETECTOR = utf8("MADDetector");
  private static final byte[] PARAMS = utf8("{\"window_size\":2016}");
  private static final byte[] EMPTY = utf8("{}");

  private final BackfillRows block = new BackfillRows(BLOCK_ROWS);

  private DuckDbBareRate() {}

  /** Appends one row. */
  private interface RowWriter {
    void write(DuckDBAppender appender, long micros, int row) throws SQLException;
  }

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]).toAbsolutePath();
    long points = Long.parseLong(arguments[1]);
    if (Files.exists(file)) {
      throw new IllegalArgumentException(file + " exists already");
    }
    Profile profile =
        new Profile(
            "bare",
            "duckdb",
            null,
            0,
            null,
            null,
            null,
            file.toString(),
            false,
            "main",
            "main",
            Map.of());
    double seconds = new DuckDbBareRate().run(profile, points);
    System.out.printf(Locale.ROOT, "{\"points\": %d, \"seconds\": %.3f}%n", points, seconds);
  }

  private double run(Profile profile, long points) throws SQLException {
    DuckDbDatabase database = DuckDbDatabase.open(profile, ErrorCode.STORE);
    long nanos = 0;
    try (StateStore store = StateStores.open(profile)) {
      store.createTables();
      try (DuckDBConnection connection = database.connect()) {
        nanos += fill(connection, DatapointsTable.TABLE, points, this::datapoint);
        nanos += fill(connection, DetectionsTable.TABLE, points, this::detection);
      }
    }
    long start = System.nanoTime();
    database.close(); // the checkpoint
    return (nanos + System.nanoTime() - start) / 1e9;
  }

  private long fill(DuckDBConnection connection, Table table, long points, RowWriter writer)
      throws SQLException {
    long nanos = 0;
    DuckDBAppender appender = connection.createAppender("main", table.name());
    for (long from = 0; from < points; from += BLOCK_ROWS) {
      int rows = (int) Math.min(BLOCK_ROWS, points - from);
      block.fill(rows);
      long start = System.nanoTime();
      for (int row = 0; row < rows; row++) {
        writer.write(appender, (from + row) * MINUTE_MICROS, row);
      }
      nanos += System.nanoTime() - start;
    }
    long start = System.nanoTime();
    appender.close();
    return nanos + System.nanoTime() - start;
  }

  private void datapoint(DuckDBAppender appender, long micros, int row) throws SQLException {
    appender.beginRow().append(METRIC).appendEpochMicros(micros).append(block.value(row));
    appender.append(EMPTY).append(60L).append(EMPTY).appendEpochMicros(0).endRow();
  }

  private void detection(DuckDBAppender appender, long micros, int row) throws SQLException {
    double value = block.value(row);
    appender.beginRow().append(METRIC).append(DETECTOR_ID).append(DETECTOR);
    appender.appendEpochMicros(micros).append(false).append(value - 1).append(value + 1);
    appender.append(value).append(value).append(PARAMS).append(block.metadata(row));
    appender.appendEpochMicros(0).endRow();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

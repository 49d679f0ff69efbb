package io.dtkspark.source.clickhouse;

import com.clickhouse.client.api.ClickHouseException;
import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * The server of a profile, over HTTP. Every statement is a request of its own. Failures are {@link
 * DtkException}s that name the server.
 */
public final class ClickHouseServer implements AutoCloseable {

  /** Reads a result; what it does not read is not missed. */
  @FunctionalInterface
  public interface Reading {
    void read(InputStream result) throws IOException;
  }

  private final ClickHouseFailures failures;
  private final Client client;

  /**
   * @param name how messages name the server
   * @param code whose fault failures are
   */
  public ClickHouseServer(Profile profile, String name, ErrorCode code) {
    this.failures = new ClickHouseFailures(profile, name, code);
    this.client = ClickHouseClients.of(profile);
  }

  /** Runs a statement that has no result. */
  public void run(String sql) {
    read(sql, ClickHouseFormat.RowBinary, result -> {});
  }

  /**
   * Runs a statement and streams its result. A server that fails in the middle of a result has
   * already said that all is well, so the end of the result is looked at too.
   */
  public void read(String sql, ClickHouseFormat format, Reading reading) {
    QuerySettings settings = new QuerySettings().setFormat(format);
    try (ResultStream result = new ResultStream(client.query(sql, settings).join())) {
      read(result, reading);
    } catch (ClickHouseException | CompletionException | IOException e) {
      throw failures.of(e);
    }
  }

  private void read(ResultStream result, Reading reading) throws IOException {
    try {
      reading.read(result);
    } catch (ClickHouseException | DtkException | IOException e) {
      // What looked like a wrong row may have been the beginning of a report.
      result.skipToReport();
      requireNoReport(result);
      throw e;
    }
    requireNoReport(result);
  }

  private void requireNoReport(ResultStream result) {
    Optional<String> report = result.report();
    if (report.isPresent()) {
      throw failures.inResult(report.get());
    }
  }

  /**
   * Inserts rows as one block, visible when it returns.
   *
   * @param table its quoted name
   * @param columns their quoted names
   * @param rows in the format RowBinary
   * @param length how much of {@code rows} counts
   */
  public void insert(String table, List<String> columns, byte[] rows, int length) {
    InsertSettings settings = new InsertSettings().serverSetting("async_insert", "0");
    InputStream data = new ByteArrayInputStream(rows, 0, length);
    try {
      client.insert(table, columns, data, ClickHouseFormat.RowBinary, settings).join().close();
    } catch (ClickHouseException | CompletionException e) {
      throw failures.of(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}

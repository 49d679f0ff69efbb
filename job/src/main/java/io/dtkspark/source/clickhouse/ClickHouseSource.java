package io.dtkspark.source.clickhouse;

import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.data_formats.RowBinaryWithNamesAndTypesFormatReader;
import com.clickhouse.client.api.data_formats.internal.BinaryStreamReader;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import io.dtkspark.config.Profile;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.MetricSource;
import io.dtkspark.source.SourceRow;
import java.io.BufferedInputStream;

/** A ClickHouse server as a source, over HTTP; rows are converted while they arrive. */
public final class ClickHouseSource implements MetricSource {

  private static final int BUFFER = 1 << 17;

  private final ClickHouseServer server;
  private String timeZone;

  private ClickHouseSource(Profile profile) {
    this.server = new ClickHouseServer(profile, "profile " + profile, ErrorCode.SOURCE);
  }

  /** A source that connects when it is first used. */
  public static MetricSource open(Profile profile) {
    return new ClickHouseSource(profile);
  }

  @Override
  public void query(String sql, QueryColumns columns, long before, SourceRow rows) {
    // The format's reader must be told, before it reads, what a DateTime without a zone means.
    QuerySettings zone = new QuerySettings().setUseTimeZone(timeZone());
    server.read(
        sql,
        ClickHouseFormat.RowBinaryWithNamesAndTypes,
        result -> {
          ClickHouseBinaryFormatReader reader =
              new RowBinaryWithNamesAndTypesFormatReader(
                  new BufferedInputStream(result, BUFFER),
                  zone,
                  new BinaryStreamReader.DefaultByteBufferAllocator());
          new ClickHouseQuery(columns).hand(reader, before, rows);
        });
  }

  private String timeZone() {
    if (timeZone == null) {
      server.read(
          "SELECT timezone()",
          ClickHouseFormat.RowBinary,
          result -> timeZone = new RowBinaryInput(result).text());
    }
    return timeZone;
  }

  @Override
  public void close() {
    server.close();
  }
}

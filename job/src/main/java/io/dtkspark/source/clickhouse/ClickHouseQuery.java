package io.dtkspark.source.clickhouse;

import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.data.ClickHouseColumn;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.source.ResultColumns;
import io.dtkspark.source.SourceRow;
import java.util.List;

/** The result of a metric's query: finds its columns, converts and hands on its rows. */
final class ClickHouseQuery {

  private final QueryColumns columns;

  ClickHouseQuery(QueryColumns columns) {
    this.columns = columns;
  }

  /**
   * Columns are looked for when there is a row, as in the original: an empty result is no error.
   */
  void hand(ClickHouseBinaryFormatReader result, long before, SourceRow rows) {
    TimestampValue timestamp = null;
    NumberValue value = null;
    SeasonalityValues seasonality = null;
    while (result.hasNext()) {
      result.next();
      if (timestamp == null) {
        timestamp = new TimestampValue(column(result, columns.timestamp(), "timestamp"));
      }
      long millis = timestamp.read(result);
      if (millis >= before) {
        continue;
      }
      if (value == null) {
        value = new NumberValue(column(result, columns.value(), "value"));
        seasonality = seasonality(result);
      }
      rows.row(millis, value.read(result), seasonality.read(result));
    }
  }

  private SeasonalityValues seasonality(ClickHouseBinaryFormatReader result) {
    SeasonalityValues values = new SeasonalityValues();
    for (String name : columns.seasonality()) {
      values.add(column(result, name, "seasonality"));
    }
    return values;
  }

  private static ResultColumn column(
      ClickHouseBinaryFormatReader result, String wanted, String role) {
    List<ClickHouseColumn> all = result.getSchema().getColumns();
    List<String> names = all.stream().map(ClickHouseColumn::getColumnName).toList();
    int index = ResultColumns.index(names, wanted, role);
    return new ResultColumn(index, all.get(index - 1));
  }
}

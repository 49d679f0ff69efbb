package io.dtkspark.store.server;

import io.dtkspark.series.TimeRange;
import io.dtkspark.store.Staging;
import io.dtkspark.store.jdbc.Dialect;
import io.dtkspark.store.jdbc.Filter;
import io.dtkspark.store.jdbc.Query;
import io.dtkspark.table.Column;
import io.dtkspark.table.StagingsTable;
import io.dtkspark.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The SQL of stagings on a server: standard text here, what differs in a subclass. */
public abstract class ServerDialect extends Dialect {

  private static final String PREFIX = "_dtk_s_";

  protected ServerDialect(String location) {
    super(location);
  }

  /** How the statement that makes a staging begins, up to its name. */
  protected abstract String createStagingPrefix();

  @Override
  protected Optional<Query> beginSerializable() {
    return Optional.of(Query.of("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"));
  }

  /** The columns of a staging: those that differ from row to row. */
  public final List<Column> varying(Table table, Map<String, Object> constants) {
    return table.columns().stream()
        .filter(column -> !constants.containsKey(column.name()))
        .toList();
  }

  /** No key, which would cost much; rows are appended in order of time. */
  Query createStaging(Staging staging, Map<String, Object> constants) {
    String columns =
        varying(staging.table().table(), constants).stream()
            .map(column -> quoted(column.name()) + " " + type(column.kind(), false))
            .collect(Collectors.joining(", "));
    return Query.of(createStagingPrefix() + nameOf(staging) + " (" + columns + ")");
  }

  Query dropStaging(String staging) {
    return Query.of("DROP TABLE IF EXISTS " + location() + "." + quoted(PREFIX + staging));
  }

  /** The table of a staging, quoted. */
  public final String nameOf(Staging staging) {
    return location() + "." + quoted(PREFIX + staging.name());
  }

  Query completeStaging(Staging staging, long rows, long first, long last) {
    return Query.of(
            "UPDATE "
                + nameOf(StagingsTable.TABLE)
                + " SET row_count = ?, first_timestamp = "
                + moment()
                + ", last_timestamp = "
                + moment(),
            rows,
            first,
            last)
        .then(where(Filter.of("staging", staging.name())));
  }

  /** Columns: header, rows, first and last timestamp in epoch milliseconds. */
  Query completeStaging(Staging staging) {
    return Query.of(
            "SELECT header, row_count, "
                + millis("first_timestamp")
                + ", "
                + millis("last_timestamp")
                + from(StagingsTable.TABLE))
        .then(where(Filter.of("staging", staging.name())))
        .then(" AND row_count IS NOT NULL");
  }

  /** Its rows were published: it is complete no longer. */
  Query takeStaging(Staging staging) {
    return Query.of("UPDATE " + nameOf(StagingsTable.TABLE) + " SET row_count = NULL")
        .then(where(Filter.of("staging", staging.name())));
  }

  Query forgetStaging(String staging) {
    return delete(StagingsTable.TABLE, Filter.of("staging", staging));
  }

  /** Names of stagings made before a moment. */
  Query stagingsBefore(long epochMillis) {
    return Query.of(
        "SELECT staging" + from(StagingsTable.TABLE) + " WHERE created_at < " + moment(),
        epochMillis);
  }

  /** One row if the staging has any. */
  Query anyStaged(Staging staging) {
    return Query.of("SELECT 1 FROM " + nameOf(staging) + " LIMIT 1");
  }

  /** One row if any stored row could meet a staged one. */
  Query anyStored(Table table, Filter rows, TimeRange range) {
    return Query.of("SELECT 1" + from(table)).then(where(rows.in(range))).then(" LIMIT 1");
  }

  /**
   * Moves a chunk into its table.
   *
   * @param upsert whether rows of the same key may be stored already
   */
  Query merge(StagedChunk chunk, boolean upsert) {
    Table table = chunk.staging().table().table();
    List<Object> arguments = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Column column : table.columns()) {
      Object constant = chunk.constants().get(column.name());
      if (constant == null) {
        values.add(quoted(column.name()));
      } else {
        values.add(constant(column));
        arguments.add(constant);
      }
    }
    String text =
        "INSERT INTO "
            + nameOf(table)
            + " ("
            + columns(table)
            + ") SELECT "
            + String.join(", ", values)
            + " FROM "
            + nameOf(chunk.staging());
    return new Query(upsert ? text + onConflict(table) : text, arguments);
  }

  /** A placeholder in a SELECT list, where a server may not guess the type. */
  protected String constant(Column column) {
    return placeholder(column);
  }
}

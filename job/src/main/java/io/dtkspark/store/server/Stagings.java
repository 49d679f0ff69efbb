package io.dtkspark.store.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.Staging;
import io.dtkspark.store.jdbc.JdbcSession;
import io.dtkspark.store.jdbc.Query;
import io.dtkspark.store.jdbc.Statements;
import io.dtkspark.table.StagingsTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of {@code _dtk_stagings} and the tables they tell of. */
final class Stagings {

  /** Longer than any run leaves a chunk waiting. */
  private static final Duration LEFTOVER = Duration.ofDays(2);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcSession session;
  private final ServerDialect dialect;
  private final Clock clock;

  Stagings(JdbcSession session, ServerDialect dialect, Clock clock) {
    this.session = session;
    this.dialect = dialect;
    this.clock = clock;
  }

  /** Makes an empty staging that is not complete. */
  void create(Staging staging, Map<String, Object> constants) {
    List<Object> row =
        Arrays.asList(
            staging.name(),
            staging.table().name(),
            header(constants),
            null,
            null,
            null,
            clock.millis());
    session.write(List.of(dialect.insert(StagingsTable.TABLE, row)));
    session.write(List.of(dialect.createStaging(staging, constants)));
  }

  /** The complete stagings of a publication, in its order. */
  List<StagedChunk> complete(Statements statements, List<Staging> stagings) throws SQLException {
    List<StagedChunk> chunks = new java.util.ArrayList<>();
    for (Staging staging : stagings) {
      Query query = dialect.completeStaging(staging);
      chunks.add(
          statements.list(query, row -> chunk(staging, row)).stream()
              .findFirst()
              .orElseThrow(() -> notComplete(staging)));
    }
    return chunks;
  }

  /** Drops stagings; absent ones are ignored. */
  void drop(List<String> names) {
    for (String name : names) {
      session.write(List.of(dialect.dropStaging(name)));
      session.write(List.of(dialect.forgetStaging(name)));
    }
  }

  /** Drops what runs that were killed left behind. */
  void sweep() {
    long before = clock.millis() - LEFTOVER.toMillis();
    drop(session.list(dialect.stagingsBefore(before), row -> row.getString(1)));
  }

  private static StagedChunk chunk(Staging staging, ResultSet row) throws SQLException {
    return new StagedChunk(
        staging, constants(row.getString(1)), row.getLong(2), row.getLong(3), row.getLong(4));
  }

  private static DtkException notComplete(Staging staging) {
    return new DtkException(
        ErrorCode.STORE,
        "staging "
            + staging.name()
            + " cannot be published: it is not complete, or it was published or discarded before");
  }

  private static String header(Map<String, Object> constants) {
    try {
      return JSON.writeValueAsString(constants);
    } catch (JsonProcessingException e) {
      throw new DtkException(ErrorCode.INTERNAL, "the header of a staging: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> constants(String header) {
    try {
      Map<String, Object> constants =
          new HashMap<>(JSON.readValue(header, new TypeReference<Map<String, Object>>() {}));
      constants.replaceAll(
          (name, value) -> value instanceof Number number ? (Object) number.longValue() : value);
      return constants;
    } catch (JsonProcessingException e) {
      throw new DtkException(
          ErrorCode.STORE, "_dtk_stagings holds a damaged header: " + e.getMessage(), e);
    }
  }
}

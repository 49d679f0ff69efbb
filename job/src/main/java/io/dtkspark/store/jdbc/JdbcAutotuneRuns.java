package io.dtkspark.store.jdbc;

import io.dtkspark.store.AutotuneRuns;
import io.dtkspark.table.AutotuneRun;
import io.dtkspark.table.AutotuneRunsTable;
import java.time.Clock;
import java.util.List;

/** Rows of searches; the newest of two with one id stays. */
final class JdbcAutotuneRuns implements AutotuneRuns {

  private final JdbcSession session;
  private final Clock clock;

  JdbcAutotuneRuns(JdbcSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  @Override
  public void save(AutotuneRun run) {
    List<Object> row = AutotuneRunsTable.row(run, clock.millis());
    session.write(List.of(session.dialect().upsert(AutotuneRunsTable.TABLE, row)));
  }

  @Override
  public List<String> winners(String metric) {
    return session
        .list(session.dialect().winners(Filter.metric(metric)), row -> row.getString(1))
        .stream()
        .distinct()
        .toList();
  }
}

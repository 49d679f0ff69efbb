package io.dtkspark.store.clickhouse;

import io.dtkspark.store.AutotuneRuns;
import io.dtkspark.table.AutotuneRun;
import io.dtkspark.table.AutotuneRunsTable;
import java.time.Clock;
import java.util.List;

/** Rows of searches; the newest of two with one id is the one that is read. */
final class ClickHouseAutotuneRuns implements AutotuneRuns {

  private final ClickHouseSession session;
  private final Clock clock;

  ClickHouseAutotuneRuns(ClickHouseSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  @Override
  public void save(AutotuneRun run) {
    session.insert(AutotuneRunsTable.TABLE, AutotuneRunsTable.row(run, clock.millis()));
  }

  @Override
  public List<String> winners(String metric) {
    String sql =
        "SELECT assumeNotNull(winning_detector_id) FROM "
            + session.tables().name(AutotuneRunsTable.TABLE)
            + " FINAL WHERE "
            + Conditions.metric(metric)
            + " AND winning_detector_id IS NOT NULL ORDER BY created_at DESC, run_id";
    return session.list(sql, row -> row.text()).stream().distinct().toList();
  }
}

package io.dtkspark.store.jdbc;

import io.dtkspark.store.LockStore;
import io.dtkspark.table.TasksTable;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** Pipeline locks as rows; looking and taking happen in one transaction. */
final class JdbcLockStore implements LockStore {

  private final JdbcSession session;
  private final Dialect dialect;
  private final Clock clock;

  JdbcLockStore(JdbcSession session, Clock clock) {
    this.session = session;
    this.dialect = session.dialect();
    this.clock = clock;
  }

  @Override
  public boolean acquire(String metric, boolean force) {
    return session.write(
        statements -> {
          begin(statements);
          if (!force && isHeld(statements, metric)) {
            return false;
          }
          replace(statements, metric, TasksTable.RUNNING, Optional.empty());
          return true;
        });
  }

  @Override
  public void release(String metric, Optional<String> error) {
    String status = error.isPresent() ? TasksTable.FAILED : TasksTable.COMPLETED;
    session.write(statements -> replace(statements, metric, status, error));
  }

  @Override
  public boolean clear(String metric) {
    return session.write(
        statements -> {
          begin(statements);
          boolean held = !statements.list(dialect.runningTask(task(metric)), row -> 1).isEmpty();
          return held && replace(statements, metric, TasksTable.COMPLETED, Optional.empty());
        });
  }

  private void begin(Statements statements) throws SQLException {
    Optional<Query> serializable = dialect.beginSerializable();
    if (serializable.isPresent()) {
      statements.run(serializable.get());
    }
  }

  private boolean isHeld(Statements statements, String metric) throws SQLException {
    return statements
        .list(
            dialect.runningTask(task(metric)),
            row -> clock.millis() - row.getLong(1) <= row.getLong(2) * 1000L)
        .contains(true);
  }

  private boolean replace(
      Statements statements, String metric, String status, Optional<String> error)
      throws SQLException {
    statements.run(dialect.delete(TasksTable.TABLE, task(metric)));
    statements.run(
        dialect.insert(
            TasksTable.TABLE,
            TasksTable.row(metric, status, error.orElse(null), TIMEOUT_SECONDS, clock.millis())));
    return true;
  }

  private static Filter task(String metric) {
    return Filter.detector(metric, Optional.of(TasksTable.PIPELINE))
        .and("process_type", TasksTable.PIPELINE);
  }
}

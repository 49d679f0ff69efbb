package io.dtkspark.store.jdbc;

import io.dtkspark.store.Upkeep;
import io.dtkspark.table.AlertStatesTable;
import io.dtkspark.table.DetectionsTable;
import io.dtkspark.table.StateTables;
import io.dtkspark.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Counting and deleting what no configuration asks for any more. */
final class JdbcUpkeep implements Upkeep {

  private final JdbcSession session;
  private final Dialect dialect;

  JdbcUpkeep(JdbcSession session) {
    this.session = session;
    this.dialect = session.dialect();
  }

  @Override
  public Map<String, Long> detectionCounts(String metric) {
    Map<String, Long> counts = new LinkedHashMap<>();
    session
        .list(
            dialect.detectionCounts(Filter.metric(metric)),
            row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }

  @Override
  public List<String> alertConfigIds(String metric) {
    return session.list(dialect.alertConfigIds(Filter.metric(metric)), row -> row.getString(1));
  }

  @Override
  public void deleteDetections(String metric, String detectorId) {
    Filter rows = Filter.detector(metric, Optional.of(detectorId));
    session.write(List.of(dialect.delete(DetectionsTable.TABLE, rows)));
  }

  @Override
  public void deleteAlertState(String metric, String alertConfigId) {
    Filter rows = Filter.metric(metric).and("alert_config_id", alertConfigId);
    session.write(List.of(dialect.delete(AlertStatesTable.TABLE, rows)));
  }

  @Override
  public Set<String> metricNames() {
    Set<String> names = new TreeSet<>();
    for (Table table : StateTables.PER_METRIC) {
      names.addAll(session.list(dialect.metricNames(table), row -> row.getString(1)));
    }
    return names;
  }

  @Override
  public Map<String, Long> rowCounts(String metric) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Table table : StateTables.PER_METRIC) {
      Query query = dialect.count(table, Filter.metric(metric));
      counts.put(table.name(), session.list(query, row -> row.getLong(1)).get(0));
    }
    return counts;
  }

  @Override
  public void purge(String metric) {
    Filter rows = Filter.metric(metric);
    session.write(
        StateTables.PER_METRIC.stream().map(table -> dialect.delete(table, rows)).toList());
  }
}

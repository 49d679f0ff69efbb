package io.dtkspark.store.clickhouse;

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

/** Counting and deleting what no configuration asks for any more. Rows count once. */
final class ClickHouseUpkeep implements Upkeep {

  private final ClickHouseSession session;

  ClickHouseUpkeep(ClickHouseSession session) {
    this.session = session;
  }

  @Override
  public Map<String, Long> detectionCounts(String metric) {
    Map<String, Long> counts = new LinkedHashMap<>();
    session.each(
        "SELECT detector_id, count()"
            + current(DetectionsTable.TABLE)
            + " WHERE "
            + Conditions.metric(metric)
            + " GROUP BY detector_id ORDER BY detector_id",
        row -> counts.put(row.text(), row.integer()));
    return counts;
  }

  @Override
  public List<String> alertConfigIds(String metric) {
    return session.list(
        "SELECT DISTINCT alert_config_id"
            + current(AlertStatesTable.TABLE)
            + " WHERE "
            + Conditions.metric(metric)
            + " ORDER BY alert_config_id",
        row -> row.text());
  }

  @Override
  public void deleteDetections(String metric, String detectorId) {
    session.delete(DetectionsTable.TABLE, Conditions.detector(metric, Optional.of(detectorId)));
  }

  @Override
  public void deleteAlertState(String metric, String alertConfigId) {
    session.delete(
        AlertStatesTable.TABLE,
        Conditions.metric(metric) + " AND " + Conditions.equal("alert_config_id", alertConfigId));
  }

  @Override
  public Set<String> metricNames() {
    Set<String> names = new TreeSet<>();
    for (Table table : StateTables.PER_METRIC) {
      String sql = "SELECT DISTINCT metric_name FROM " + session.tables().name(table);
      names.addAll(session.list(sql, row -> row.text()));
    }
    return names;
  }

  @Override
  public Map<String, Long> rowCounts(String metric) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Table table : StateTables.PER_METRIC) {
      String sql = "SELECT count()" + current(table) + " WHERE " + Conditions.metric(metric);
      counts.put(table.name(), session.list(sql, row -> row.integer()).get(0));
    }
    return counts;
  }

  /** Table after table: a purge that was killed is repeated until nothing is left to name. */
  @Override
  public void purge(String metric) {
    for (Table table : StateTables.PER_METRIC) {
      session.delete(table, Conditions.metric(metric));
    }
  }

  /** Only tables with versions take FINAL. */
  private String current(Table table) {
    return " FROM " + session.tables().name(table) + (table.version().isPresent() ? " FINAL" : "");
  }
}

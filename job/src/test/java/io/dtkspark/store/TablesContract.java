package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.table.AlertStatesTable;
import io.dtkspark.table.Column;
import io.dtkspark.table.StateTables;
import io.dtkspark.table.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables themselves. */
public abstract class TablesContract extends StoreContract {

  @Test
  void allTablesExistWithTheirColumnsAndAreEmpty() {
    for (Table table : StateTables.ALL) {
      String[] columns = table.columns().stream().map(Column::name).toArray(String[]::new);
      assertEquals(List.of(), database.rows(table, columns), table.name());
    }
  }

  @Test
  void creatingThemAgainKeepsTheirRows() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 1, 2));
    store.createTables();
    try (StateStore another = openAnother()) {
      another.createTables();
    }
    assertEquals(List.of(1.0, 2.0), values("cpu"));
  }

  @Test
  void countersStartAtZero() {
    database.insert(
        AlertStatesTable.TABLE,
        Map.of("metric_name", "cpu", "alert_config_id", "a", "updated_at", "2024-01-01 00:00:00"));
    assertEquals(
        List.of("alert_count=0, last_alert_sent=null"),
        database.rows(AlertStatesTable.TABLE, "alert_count", "last_alert_sent"));
  }
}

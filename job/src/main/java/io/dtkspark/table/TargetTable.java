package io.dtkspark.table;

/** The two tables that chunks of rows are published into. */
public enum TargetTable {
  DATAPOINTS(DatapointsTable.TABLE),
  DETECTIONS(DetectionsTable.TABLE);

  private final Table table;

  TargetTable(Table table) {
    this.table = table;
  }

  public Table table() {
    return table;
  }
}

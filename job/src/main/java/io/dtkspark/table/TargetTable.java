package io.dtkspark.table;

/** The two tables that chunks of rows are published into. */
public enum TargetTable {
  DATAPOINTS("_dtk_datapoints"),
  DETECTIONS("_dtk_detections");

  private final String tableName;

  TargetTable(String tableName) {
    this.tableName = tableName;
  }

  public String tableName() {
    return tableName;
  }
}

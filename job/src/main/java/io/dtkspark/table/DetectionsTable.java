package io.dtkspark.table;

/** {@code _dtk_detections}: the verdict of every detector on every point. */
public final class DetectionsTable {

  public static final Table TABLE =
      Table.builder("_dtk_detections")
          .column("metric_name", ColumnKind.TEXT)
          .column("detector_id", ColumnKind.TEXT)
          .column("detector_name", ColumnKind.TEXT)
          .column("timestamp", ColumnKind.TIME)
          .column("is_anomaly", ColumnKind.BOOLEAN)
          .nullable("confidence_lower", ColumnKind.DOUBLE)
          .nullable("confidence_upper", ColumnKind.DOUBLE)
          .nullable("value", ColumnKind.DOUBLE)
          .nullable("processed_value", ColumnKind.DOUBLE)
          .column("detector_params", ColumnKind.TEXT)
          .column("detection_metadata", ColumnKind.TEXT)
          .column("created_at", ColumnKind.TIME)
          .key("metric_name", "detector_id", "timestamp")
          .version("created_at")
          .build();

  private DetectionsTable() {}
}

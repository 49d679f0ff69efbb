package io.dtkspark.table;

import static io.dtkspark.table.ColumnKind.BOOLEAN;
import static io.dtkspark.table.ColumnKind.DOUBLE;
import static io.dtkspark.table.ColumnKind.TEXT;
import static io.dtkspark.table.ColumnKind.TIME;

/** {@code _dtk_detections}: the verdict of every detector on every point. */
public final class DetectionsTable {

  public static final Table TABLE =
      Table.builder("_dtk_detections")
          .column("metric_name", TEXT)
          .column("detector_id", TEXT)
          .column("detector_name", TEXT)
          .column("timestamp", TIME)
          .column("is_anomaly", BOOLEAN)
          .nullable("confidence_lower", DOUBLE)
          .nullable("confidence_upper", DOUBLE)
          .nullable("value", DOUBLE)
          .nullable("processed_value", DOUBLE)
          .column("detector_params", TEXT)
          .column("detection_metadata", TEXT)
          .column("created_at", TIME)
          .key("metric_name", "detector_id", "timestamp")
          .version("created_at")
          .build();

  private DetectionsTable() {}
}

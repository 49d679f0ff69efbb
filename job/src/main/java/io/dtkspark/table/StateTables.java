package io.dtkspark.table;

import java.util.List;

/** The tables that hold detectkit's state. */
public final class StateTables {

  /** All six, in the order in which they are created. */
  public static final List<Table> ALL =
      List.of(
          DatapointsTable.TABLE,
          DetectionsTable.TABLE,
          TasksTable.TABLE,
          MetricsTable.TABLE,
          AlertStatesTable.TABLE,
          AutotuneRunsTable.TABLE);

  /** Those that {@code clean} empties for a metric that is gone, in the order of its report. */
  public static final List<Table> PER_METRIC =
      List.of(
          DatapointsTable.TABLE,
          DetectionsTable.TABLE,
          TasksTable.TABLE,
          AlertStatesTable.TABLE,
          MetricsTable.TABLE);

  private StateTables() {}
}

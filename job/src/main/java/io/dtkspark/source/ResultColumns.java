package io.dtkspark.source;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.util.List;

/** Finds a metric's columns among those of its query. */
public final class ResultColumns {

  private ResultColumns() {}

  /**
   * The number of a column, the first being 1. Of columns with the same name the last one counts,
   * as in the original's rows.
   *
   * @param role what the column is to the metric
   * @throws DtkException SOURCE when there is none
   */
  public static int index(List<String> names, String wanted, String role) {
    int at = names.lastIndexOf(wanted);
    if (at < 0) {
      throw new DtkException(
          ErrorCode.SOURCE,
          "the query returns no column '"
              + wanted
              + "' (the metric's "
              + role
              + " column) but "
              + names
              + ": name it so with AS, or set query_columns");
    }
    return at + 1;
  }
}

package io.dtkspark.load;

import io.dtkspark.config.Profile;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.StateStore.DatapointHeader;
import java.io.Serializable;
import java.util.List;

/**
 * One chunk of a metric's load, as it crosses to an executor: consecutive queries.
 *
 * @param stream number of the metric's stream in the stage
 * @param index place of the chunk in its stream
 * @param source where the queries run
 * @param state where the rows are staged
 * @param template text of the query, not yet rendered
 * @param seasonalityColumns built-in columns to derive from the timestamps
 * @param batches time ranges of the queries, adjacent and in order
 * @param connections queries that may run at once against the source, in this process
 * @param runId letters and digits, unique per run; names the staging
 */
public record LoadTask(
    int stream,
    int index,
    Profile source,
    Profile state,
    DatapointHeader header,
    String template,
    QueryColumns columns,
    List<String> seasonalityColumns,
    List<TimeRange> batches,
    int connections,
    String runId)
    implements Serializable {

  String stagingName(long attempt) {
    return "load_" + runId + "_s" + stream + "_c" + index + "_a" + attempt;
  }

  /** The time from the first batch up to the end of batch {@code last}; nothing for -1. */
  TimeRange covered(int last) {
    long from = batches.get(0).fromInclusive();
    return new TimeRange(from, last < 0 ? from : batches.get(last).toExclusive());
  }
}

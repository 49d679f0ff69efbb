package io.dtkspark.publish;

import io.dtkspark.error.DtkException;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.Staging;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What one task attempt made of one chunk. Expected failures travel in here, so that they never
 * kill a Spark stage: the chunk then covers what was staged before the failure, possibly nothing.
 *
 * @param stream number of the metric (and detector) in its stage
 * @param index place of the chunk in its stream, from 0
 * @param covered the time for which the staged rows are complete
 * @param staging where the rows wait; null when there are none
 * @param rows staged rows
 * @param anomalies anomalies among them
 * @param endsOnGrid whether the last slot of {@code covered} has a row, so that a run that resumes
 *     after it continues on the same batch grid
 * @param warnings texts for the user
 * @param effort where the chunk's time went
 * @param failure why the chunk ends early; null when it is whole
 */
public record ChunkResult(
    int stream,
    int index,
    TimeRange covered,
    Staging staging,
    long rows,
    long anomalies,
    boolean endsOnGrid,
    List<String> warnings,
    Effort effort,
    DtkException failure)
    implements Serializable {

  public Optional<Staging> stagingIfAny() {
    return Optional.ofNullable(staging);
  }

  public boolean failed() {
    return failure != null;
  }
}

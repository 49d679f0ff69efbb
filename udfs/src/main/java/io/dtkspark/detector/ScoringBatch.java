package io.dtkspark.detector;

/**
 * Row indexes of one detection batch inside a {@code Series}.
 *
 * <p>detectkit 0.67.2 scores batches of {@code batch_size} intervals and reloads a fixed span of
 * context before each: nothing before {@code contextFrom} is visible to the rows of the batch, even
 * when rows are absent and the window therefore has fewer points. Batches of one call are adjacent,
 * in time order, and {@code contextFrom} never decreases.
 *
 * @param contextFrom first row the batch may look at
 * @param from first row to score
 * @param to first row after the batch
 */
public record ScoringBatch(int contextFrom, int from, int to) {

  public ScoringBatch {
    if (contextFrom < 0 || from < contextFrom || to < from) {
      throw new IllegalArgumentException(
          "batch out of order: " + contextFrom + ", " + from + ", " + to);
    }
  }
}

package io.dtkspark.autotune;

/** Finds the detector that suits a metric best; one search serves metric after metric. */
@FunctionalInterface
public interface Search extends AutoCloseable {

  /**
   * Searches.
   *
   * @param log hears every decision as it is made; the result repeats them
   * @throws io.dtkspark.error.DtkException CONFIG when the data are too few for the folds, or no
   *     detector suits them
   */
  TuningResult search(TuningInput input, DecisionLog log);

  /** Gives back what was started for searching. */
  @Override
  default void close() {}
}

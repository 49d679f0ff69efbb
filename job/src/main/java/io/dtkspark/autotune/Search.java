package io.dtkspark.autotune;

/** Finds the detector that suits a metric best. */
@FunctionalInterface
public interface Search {

  /**
   * Searches.
   *
   * @param log hears every decision as it is made; the result repeats them
   * @throws io.dtkspark.error.DtkException CONFIG when the data are too few for the folds, or no
   *     detector suits them
   */
  TuningResult search(TuningInput input, DecisionLog log);
}

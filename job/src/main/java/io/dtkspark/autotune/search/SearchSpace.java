package io.dtkspark.autotune.search;

import io.dtkspark.autotune.AutotuneSettings;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.util.Arrays;
import java.util.List;

/**
 * What a search may try, and on what: settled before the first candidate.
 *
 * @param input what the search was given
 * @param types detector types to try, in the original's order
 * @param grid windows to try
 * @param factory makes candidates
 * @param evidence what they are scored on
 */
record SearchSpace(
    TuningInput input,
    List<TunableType> types,
    WindowGrid grid,
    CandidateFactory factory,
    Evidence evidence) {

  /**
   * @throws DtkException CONFIG when there are too few rows for the folds
   */
  static SearchSpace of(TuningInput input) {
    AutotuneSettings settings = input.settings();
    TuningSeries series = TuningSeries.of(input);
    List<TunableType> types = types(settings.detectorTypes());
    WindowGrid grid = WindowGrid.of(series, settings);
    CandidateFactory factory = new CandidateFactory(settings.fixedParams());
    int context = ContextSize.of(types, grid, factory);
    List<Fold> folds = Fold.split(series.size(), context, settings.folds());
    if (folds.isEmpty()) {
      throw new DtkException(
          ErrorCode.CONFIG,
          "metric "
              + input.metric()
              + ": "
              + series.size()
              + " datapoints are too few to tune on, since windows take the first "
              + context
              + "; load more history");
    }
    boolean[] incident = input.labels().toArray();
    Evidence evidence = new Evidence(series, incident, folds, ScoringRule.of(settings));
    return new SearchSpace(input, types, grid, factory, evidence);
  }

  private static List<TunableType> types(List<String> allowed) {
    return Arrays.stream(TunableType.values())
        .filter(type -> allowed.isEmpty() || allowed.contains(type.key()))
        .toList();
  }

  TuningSeries series() {
    return evidence.series();
  }

  AutotuneSettings settings() {
    return input.settings();
  }
}

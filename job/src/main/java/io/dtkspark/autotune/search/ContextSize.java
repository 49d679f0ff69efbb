package io.dtkspark.autotune.search;

import io.dtkspark.error.DtkException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows before the first fold: the most context any candidate may need, so that folds hold no rows
 * which some candidates cannot score.
 */
final class ContextSize {

  private static final int LEAST_WINDOW = 100;
  private static final int DEFAULT_MIN_SAMPLES = 30;

  private ContextSize() {}

  static int of(List<TunableType> types, WindowGrid grid, CandidateFactory factory) {
    int window = Math.max(grid.largest(), LEAST_WINDOW);
    int context = window;
    for (TunableType type : types) {
      context = Math.max(context, of(type, window, factory));
    }
    return context;
  }

  private static int of(TunableType type, int window, CandidateFactory factory) {
    try {
      return factory.create(type, hungriest(type, window)).spec().contextSize();
    } catch (DtkException e) {
      // Such a type has no candidates either; the ledger tells why when they come up.
      return 0;
    }
  }

  private static Map<String, Object> hungriest(TunableType type, int window) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("window_size", (long) window);
    params.put("stabilization", "clamp");
    if (!type.lags().isEmpty()) {
      int lags = type.lags().get(type.lags().size() - 1);
      params.put("lags", (long) lags);
      params.put("min_samples", (long) Math.max(lags + 2, Math.min(DEFAULT_MIN_SAMPLES, window)));
    }
    return params;
  }
}

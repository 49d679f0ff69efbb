package io.dtkspark.autotune.search;

import static io.dtkspark.autotune.search.PythonMath.clip;
import static io.dtkspark.autotune.search.PythonMath.max;
import static io.dtkspark.autotune.search.PythonMath.min;

import io.dtkspark.autotune.Decision.Stage;
import io.dtkspark.autotune.DecisionLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Orders the types by how well they suit the data, each group of rows having a vote. Advice only:
 * every type is tried, the order decides between equal scores.
 */
final class DetectorVote {

  private static final double TIE = 1e-9;

  private final List<TunableType> types;
  private final Map<TunableType, Double> votes = new EnumMap<>(TunableType.class);
  private final Map<TunableType, Double> totals = new EnumMap<>(TunableType.class);

  DetectorVote(List<TunableType> types) {
    this.types = types;
    for (TunableType type : types) {
      votes.put(type, 0.0);
      totals.put(type, 0.0);
    }
  }

  /** Takes the votes of all groups and logs them; the types, best first. */
  List<TunableType> order(List<VotingGroup> voters, DecisionLog log) {
    voters.forEach(this::vote);
    List<TunableType> order = new ArrayList<>(types);
    order.sort(Comparator.comparing(totals::get, Comparator.reverseOrder()));
    Map<String, Object> tally = new LinkedHashMap<>();
    List<String> shown = new ArrayList<>();
    for (TunableType type : types) {
      tally.put(type.key(), votes.get(type));
      shown.add(String.format(Locale.ROOT, "%s %.1f", type.key(), votes.get(type)));
    }
    List<String> keys = order.stream().map(TunableType::key).toList();
    log.add(
        Stage.DETECTOR_SELECT,
        "votes for "
            + String.join(", ", shown)
            + "; all are tried, in the order "
            + String.join(", ", keys),
        Map.of("votes", tally, "shortlist", keys, "n_groups", (long) voters.size()));
    return order;
  }

  /** The types that suit a group best share its vote. */
  private void vote(VotingGroup group) {
    Distribution distribution = Distribution.of(group.values());
    Map<TunableType, Double> suitability = new EnumMap<>(TunableType.class);
    double best = 0;
    for (TunableType type : types) {
      double score = suitability(type, distribution);
      suitability.put(type, score);
      totals.merge(type, score, Double::sum);
      best = Math.max(best, score);
    }
    double enough = best - TIE;
    List<TunableType> winners =
        types.stream().filter(type -> suitability.get(type) >= enough).toList();
    winners.forEach(type -> votes.merge(type, 1.0 / winners.size(), Double::sum));
  }

  /** The original's rules of thumb. */
  private static double suitability(TunableType type, Distribution d) {
    return switch (type) {
      // Clean data with light tails.
      case ZSCORE -> clip(d.normality() * clip(d.tailRatio()) * (1.0 - d.outlierShare()));
      // Heavy tails and outliers.
      case MAD -> clip(0.6 + 0.4 * max(0.0, 1.0 - d.tailRatio()) + 0.5 * d.outlierShare());
      // Skewed data.
      case IQR -> clip(0.3 + 0.5 * min(1.0, Math.abs(d.skewness()) / 3.0) + 0.4 * d.outlierShare());
      // The distribution tells little about dynamics.
      case AUTOREG -> clip(0.3 + 0.3 * d.normality() * (1.0 - d.outlierShare()));
    };
  }
}

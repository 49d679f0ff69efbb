package io.dtkspark.autotune.search;

import java.util.List;
import java.util.Map;

/**
 * Which types suit the distribution of a group of rows.
 *
 * @param group {@code global}, or the columns and values of a seasonality group
 * @param features of the distribution, by the original's names
 * @param ranking best first
 */
public record GroupVote(String group, Map<String, Double> features, List<Suitability> ranking) {

  public GroupVote {
    ranking = List.copyOf(ranking);
  }

  /**
   * @param score in [0, 1]
   */
  public record Suitability(TunableType type, double score) {}
}

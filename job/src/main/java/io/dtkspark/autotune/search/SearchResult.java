package io.dtkspark.autotune.search;

import java.util.List;
import java.util.Optional;

/**
 * The answer of a search; why is in the decision log.
 *
 * @param seasonality chosen components as they go into a file; empty = none
 * @param winner the chosen detector with its scores
 * @param alertRule only with labels
 * @param candidates every detector that was scored, the winner among them, in order
 * @param votes what each group of rows said about detector types
 */
public record SearchResult(
    List<Object> seasonality,
    Evaluation winner,
    Optional<AlertRule> alertRule,
    List<Evaluation> candidates,
    List<GroupVote> votes) {}

/**
 * The search for a metric's detector as detectkit 0.67.2 does it: seasonality, type, parameters one
 * after the other, alert rule. Pure: series and settings in, answer and decision log out.
 *
 * <p>Every step hands a list of independent candidates to a {@link
 * io.dtkspark.autotune.search.CandidateEvaluator}; only that one knows where they are scored.
 * Comparisons, their order and what NaN does follow the original, because ties are common.
 */
package io.dtkspark.autotune.search;

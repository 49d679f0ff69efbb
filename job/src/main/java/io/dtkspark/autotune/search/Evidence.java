package io.dtkspark.autotune.search;

import java.io.Serializable;
import java.util.List;

/** All that the score of a candidate depends on; the same for every candidate of a search. */
public record Evidence(
    TuningSeries series, GroundTruth truth, List<Fold> folds, SearchSettings.Scoring scoring)
    implements Serializable {}

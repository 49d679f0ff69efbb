package io.dtkspark.autotune.search;

import java.util.OptionalDouble;

/** How well verdicts on a range of rows do. Not thread-safe. */
interface Objective {

  /** The score of a fold; empty when the fold says nothing about the detector. */
  OptionalDouble score(Verdicts verdicts, int from, int to);
}

package io.dtkspark.autotune.search;

import io.dtkspark.stats.RowSort;

/**
 * The scored rows of a range by distance, for metrics that need no threshold. Equal distances form
 * one block; each NaN is a block of its own, beyond all numbers. Reuses its buffers.
 */
final class RankedRows {

  private final RowSort sort = new RowSort();
  private double[] distance = new double[0];
  private int[] rows = new int[0];
  private boolean[] incident = new boolean[0];
  private int size;
  private long positives;

  void rank(boolean[] incidents, Verdicts verdicts, int from, int to) {
    incident = incidents;
    size = 0;
    positives = 0;
    if (distance.length < to - from) {
      distance = new double[to - from];
      rows = new int[to - from];
    }
    for (int row = from; row < to; row++) {
      if (verdicts.valid()[row]) {
        distance[size] = verdicts.distance()[row];
        rows[size++] = row;
        positives += incident[row] ? 1 : 0;
      }
    }
    sort.sort(distance, rows, size);
  }

  /** Area under the ROC curve from ranks, ties sharing theirs; 0.5 when a class is absent. */
  double rocArea() {
    long negatives = size - positives;
    if (positives == 0 || negatives == 0) {
      return 0.5;
    }
    double rankSum = 0;
    for (int first = 0; first < size; ) {
      int end = endOfBlock(first);
      rankSum += positivesBetween(first, end) * ((first + end - 1) / 2.0 + 1.0);
      first = end;
    }
    return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }

  /** Area under the precision-recall curve as a sum of steps; 0 without incidents. */
  double averagePrecision() {
    if (positives == 0) {
      return 0;
    }
    double area = 0;
    double recallBefore = 0;
    long hits = 0;
    int end = size;
    while (end > 0) {
      int first = startOfBlock(end - 1);
      hits += positivesBetween(first, end);
      double recall = (double) hits / positives;
      area += (recall - recallBefore) * ((double) hits / (size - first));
      recallBefore = recall;
      end = first;
    }
    return area;
  }

  private int endOfBlock(int first) {
    int end = first + 1;
    while (end < size && distance[end] == distance[first]) {
      end++;
    }
    return end;
  }

  private int startOfBlock(int last) {
    int first = last;
    while (first > 0 && distance[first - 1] == distance[last]) {
      first--;
    }
    return first;
  }

  private long positivesBetween(int first, int end) {
    long count = 0;
    for (int k = first; k < end; k++) {
      count += incident[rows[k]] ? 1 : 0;
    }
    return count;
  }
}

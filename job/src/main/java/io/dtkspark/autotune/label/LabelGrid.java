package io.dtkspark.autotune.label;

import io.dtkspark.config.IncidentLabels;
import io.dtkspark.config.IncidentLabels.Incident;
import io.dtkspark.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Incidents on the rows of a series.
 *
 * <p>A span marks every row from its start to its end, both included. A point, and a span that ends
 * where it starts, marks the row nearest to it, the earlier of two, unless even that is further
 * away than one interval. Gaps are rows like any other.
 */
public final class LabelGrid {

  private final int rows;
  private final BitSet marked;
  private final int intervals;
  private final int points;
  private final List<Incident> missed;

  private LabelGrid(int rows, BitSet marked, IncidentLabels labels, List<Incident> missed) {
    this.rows = rows;
    this.marked = marked;
    this.intervals = labels.intervals().size();
    this.points = labels.points().size();
    this.missed = List.copyOf(missed);
  }

  /** Marks the rows of {@code series}. */
  public static LabelGrid of(IncidentLabels labels, Series series, long intervalSeconds) {
    BitSet marked = new BitSet(series.size());
    List<Incident> missed = new ArrayList<>();
    for (Incident incident : labels.incidents()) {
      int first = firstRow(incident, series, intervalSeconds);
      int end = endRow(incident, series, first);
      if (first < end) {
        marked.set(first, end);
      } else {
        missed.add(incident);
      }
    }
    return new LabelGrid(series.size(), marked, labels, missed);
  }

  private static int firstRow(Incident incident, Series series, long intervalSeconds) {
    long start = incident.span().start().toEpochMilli();
    int row = rowFrom(series, start);
    if (!isMoment(incident)) {
      return row;
    }
    int nearest =
        row > 0 && distance(series, row - 1, start) <= distance(series, row, start) ? row - 1 : row;
    boolean near = distance(series, nearest, start) <= intervalSeconds * 1000;
    return near ? nearest : series.size();
  }

  private static int endRow(Incident incident, Series series, int first) {
    return isMoment(incident)
        ? Math.min(first + 1, series.size())
        : rowFrom(series, incident.span().end().toEpochMilli() + 1);
  }

  /** Compared in milliseconds, the precision of rows. */
  private static boolean isMoment(Incident incident) {
    return incident.span().start().toEpochMilli() == incident.span().end().toEpochMilli();
  }

  private static long distance(Series series, int row, long millis) {
    return row < series.size() ? Math.abs(series.epochMillis()[row] - millis) : Long.MAX_VALUE;
  }

  /** The first row at or after a moment. */
  private static int rowFrom(Series series, long millis) {
    int at = Arrays.binarySearch(series.epochMillis(), 0, series.size(), millis);
    return at >= 0 ? at : -at - 1;
  }

  /** Rows of the series. */
  public int rows() {
    return rows;
  }

  public boolean isMarked(int row) {
    return marked.get(row);
  }

  /** The marks, one per row. */
  public boolean[] toArray() {
    boolean[] marks = new boolean[rows];
    for (int row = marked.nextSetBit(0); row >= 0; row = marked.nextSetBit(row + 1)) {
      marks[row] = true;
    }
    return marks;
  }

  /** Rows that are marked. */
  public int positives() {
    return marked.cardinality();
  }

  /** Whether there is anything to learn from: labels that meet no row are as good as none. */
  public boolean supervised() {
    return !marked.isEmpty();
  }

  /** {@code supervised} or {@code unsupervised}, as stored. */
  public String mode() {
    return supervised() ? "supervised" : "unsupervised";
  }

  /** Spans that were given, whether or not they meet a row. */
  public int intervals() {
    return intervals;
  }

  /** Points that were given, whether or not they meet a row. */
  public int points() {
    return points;
  }

  /** Incidents that meet no row. */
  public List<Incident> missed() {
    return missed;
  }
}

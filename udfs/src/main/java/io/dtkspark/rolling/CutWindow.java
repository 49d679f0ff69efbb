package io.dtkspark.rolling;

/**
 * A window that slides over a list of rows, cut in two at the row of the greatest priority; among
 * equals at the newest.
 *
 * <p>Statistics are kept from the cut towards both ends, see {@link CutSums}. The cut depends on
 * the rows of the window alone, and with it every rounding. It only ever moves forward: to a row
 * that enters, or when the row of the cut leaves; the search then is paid for by the rows that left
 * since the last one.
 */
final class CutWindow {

  private final RowPriority priority;
  private int[] rows = new int[0];
  private int head;
  private int tail;
  private int cut;
  private int cutPriority;

  CutWindow(RowPriority priority) {
    this.priority = priority;
  }

  /** An empty window before the element {@code from} of a list. */
  void begin(int[] newRows, int from) {
    rows = newRows;
    head = from;
    tail = from;
  }

  void add() {
    int newPriority = priority.of(rows[tail]);
    if (newPriority >= cutPriority || head == tail) {
      cut = tail;
      cutPriority = newPriority;
    }
    tail++;
  }

  void removeOldest() {
    if (head++ == cut) {
      findCut();
    }
  }

  boolean isEmpty() {
    return head == tail;
  }

  /** Where the window begins in the list. */
  int head() {
    return head;
  }

  /** The element of the list after the window. */
  int tail() {
    return tail;
  }

  /** Where the window is cut; the row of the cut counts to the newer part. */
  int cut() {
    return cut;
  }

  private void findCut() {
    cutPriority = Integer.MIN_VALUE;
    for (int i = head; i < tail; i++) {
      int candidate = priority.of(rows[i]);
      if (candidate >= cutPriority) {
        cut = i;
        cutPriority = candidate;
      }
    }
  }
}

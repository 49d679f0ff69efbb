package io.dtkspark.rolling;

/**
 * Statistics that are asked for only now and then: rows enter and leave when a description is
 * wanted, so that those who never ask pay nothing.
 *
 * <p>At most one row enters and one leaves per row of the list, as they would have all along.
 */
final class PostponedStatistics implements RollingStatistics {

  private final RollingStatistics statistics;
  private double[] values = new double[0];
  private int[] rows = new int[0];
  private int end;
  private int head;
  private int tail;
  private int enteredFrom;
  private int enteredTo;
  private boolean begun;

  PostponedStatistics(RollingStatistics statistics) {
    this.statistics = statistics;
  }

  @Override
  public void begin(double[] newValues, int[] newRows, int from, int to) {
    values = newValues;
    rows = newRows;
    end = to;
    head = from;
    tail = from;
    begun = false;
  }

  @Override
  public void add() {
    tail++;
  }

  @Override
  public void removeOldest() {
    head++;
  }

  @Override
  public void describe(int row, double slope, double[] out) {
    if (!begun || (enteredTo <= head && !statistics.needsFuture())) {
      statistics.begin(values, rows, head, end);
      enteredFrom = head;
      enteredTo = head;
      begun = true;
    }
    while (enteredTo < tail) {
      statistics.add();
      enteredTo++;
      leave();
    }
    while (enteredFrom < head) {
      leave();
    }
    statistics.describe(row, slope, out);
  }

  private void leave() {
    if (enteredFrom < head) {
      statistics.removeOldest();
      enteredFrom++;
    }
  }

  @Override
  public boolean needsFuture() {
    return statistics.needsFuture();
  }
}

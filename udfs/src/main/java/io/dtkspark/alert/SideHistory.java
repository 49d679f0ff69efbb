package io.dtkspark.alert;

/** For one side: how many points in a row had its quorum, and how many of the window. */
final class SideHistory {

  private final AlertRule rule;
  private final Side side;
  private final MatchWindow window;
  private int run;

  SideHistory(AlertRule rule, Side side) {
    this.rule = rule;
    this.side = side;
    this.window = rule.windowPoints() > 0 ? new MatchWindow(rule) : null;
  }

  /**
   * Takes the next point.
   *
   * @param adjacent whether the point before it is exactly one interval older
   */
  void add(long epochMillis, Votes votes, boolean adjacent) {
    boolean match = votes.satisfy(rule, side);
    run = match ? (adjacent ? run + 1 : 1) : 0;
    if (window != null) {
      window.advance(epochMillis, match);
    }
  }

  /** Points in a row up to the newest one; 0 when that has no quorum. */
  int run() {
    return run;
  }

  /** Points with a quorum in the window up to the newest one; 0 without fraction rule. */
  int matches() {
    return window == null ? 0 : window.matches();
  }

  /** The oldest point with a quorum in the window; there must be one. */
  long oldestMatch() {
    return window.oldest();
  }
}

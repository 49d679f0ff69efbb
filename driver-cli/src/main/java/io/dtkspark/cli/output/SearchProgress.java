package io.dtkspark.cli.output;

import io.dtkspark.cli.Console;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a tuning is: the detectors of its one search, or its metrics. One updating line on a
 * terminal, elsewhere a plain line now and then.
 */
final class SearchProgress {

  private static final long LIVE_PAUSE_NANOS = 200_000_000L;
  private static final long LOG_PAUSE_NANOS = 30_000_000_000L;

  private final Console console;
  private final LongSupplier nanoClock;
  private final long started;
  private long searchStarted;
  private int lastScored;
  private long lastShown;

  SearchProgress(Console console, LongSupplier nanoClock) {
    this.console = console;
    this.nanoClock = nanoClock;
    started = nanoClock.getAsLong();
    searchStarted = started;
    lastShown = started;
  }

  /** See {@link io.dtkspark.autotune.DecisionLog.Progress}. */
  void detectors(int scored, int planned, double best) {
    if (scored < lastScored) {
      searchStarted = nanoClock.getAsLong();
    }
    lastScored = scored;
    String line = "TUNE  " + of(scored, planned) + " detectors";
    String withBest = line + String.format(Locale.ROOT, "  best %.3f", best);
    show(withBest, scored, planned, searchStarted);
  }

  void metrics(int done, int total) {
    if (done < total) {
      show("TUNE  " + of(done, total) + " metrics", done, total, started);
    }
  }

  private static String of(int done, int total) {
    return Wording.count(done) + (total > 0 ? " of " + Wording.count(total) : "");
  }

  private void show(String line, int done, int total, long since) {
    long now = nanoClock.getAsLong();
    if (now - lastShown < (console.hasLiveStatus() ? LIVE_PAUSE_NANOS : LOG_PAUSE_NANOS)) {
      return;
    }
    lastShown = now;
    double left = (now - since) / 1e9 * (total - done) / Math.max(done, 1);
    String rest = total > 0 ? "  about " + Wording.span((long) Math.ceil(left)) + " left" : "";
    console.status(line + rest);
  }
}

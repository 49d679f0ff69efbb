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
  private long started;
  private long lastShown;

  SearchProgress(Console console, LongSupplier nanoClock) {
    this.console = console;
    this.nanoClock = nanoClock;
    restart();
  }

  /** Time is counted from now. */
  void restart() {
    started = nanoClock.getAsLong();
    lastShown = started;
  }

  /** See {@link io.dtkspark.autotune.DecisionLog.Progress}. */
  void detectors(int scored, int planned, double best) {
    String line = "TUNE  " + of(scored, planned) + " detectors";
    show(line + String.format(Locale.ROOT, "  best %.3f", best), scored, planned);
  }

  void metrics(int done, int total) {
    if (done < total) {
      show("TUNE  " + of(done, total) + " metrics", done, total);
    }
  }

  private static String of(int done, int total) {
    return Wording.count(done) + (total > 0 ? " of " + Wording.count(total) : "");
  }

  private void show(String line, int done, int total) {
    long now = nanoClock.getAsLong();
    if (now - lastShown < (console.hasLiveStatus() ? LIVE_PAUSE_NANOS : LOG_PAUSE_NANOS)) {
      return;
    }
    lastShown = now;
    double left = (now - started) / 1e9 * (total - done) / Math.max(done, 1);
    String rest = total > 0 ? "  about " + Wording.span((long) Math.ceil(left)) + " left" : "";
    console.status(line + rest);
  }
}

package io.dtkspark.cli.output;

import io.dtkspark.cli.Console;
import io.dtkspark.plan.Step;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Progress of the step at work: one updating line on a terminal, elsewhere a plain line now and
 * then, so that a log stays short and a long run still shows that it is alive.
 */
final class ProgressLine {

  private static final long LIVE_PAUSE_NANOS = 200_000_000L;
  private static final long LOG_PAUSE_NANOS = 30_000_000_000L;

  /** Before this much time and work the rest cannot be told from what is done. */
  private static final long ESTIMATE_AFTER_NANOS = 2_000_000_000L;

  private final Console console;
  private final LongSupplier nanoClock;
  private Step step;
  private long stepStarted;
  private long lastShown;

  ProgressLine(Console console, LongSupplier nanoClock) {
    this.console = console;
    this.nanoClock = nanoClock;
  }

  /** See {@link io.dtkspark.run.RunListener#progress}. */
  void update(Step current, long done, long total, long rows) {
    long now = nanoClock.getAsLong();
    if (current != step) {
      step = current;
      stepStarted = now;
      // A live line appears at once; a log hears of a step only when it takes long.
      lastShown = console.hasLiveStatus() ? now - LIVE_PAUSE_NANOS : now;
    }
    long pause = console.hasLiveStatus() ? LIVE_PAUSE_NANOS : LOG_PAUSE_NANOS;
    if (now - lastShown >= pause) {
      lastShown = now;
      console.status(describe(now - stepStarted, done, total, rows));
    }
  }

  private String describe(long elapsedNanos, long done, long total, long rows) {
    StringBuilder line = new StringBuilder(step.name());
    double share = total > 0 ? Math.min(1.0, (double) done / total) : 0;
    line.append(String.format(Locale.ROOT, "  %.0f %%", Math.floor(100 * share)));
    line.append("  ").append(Wording.count(rows)).append(" rows");
    if (elapsedNanos >= ESTIMATE_AFTER_NANOS) {
      long perSecond = Math.round(rows / (elapsedNanos / 1e9));
      line.append("  ").append(Wording.count(perSecond)).append(" rows/s");
      if (share > 0) {
        long left = (long) Math.ceil(elapsedNanos / 1e9 * (1 - share) / share);
        line.append("  about ").append(Wording.span(left)).append(" left");
      }
    }
    return line.toString();
  }
}

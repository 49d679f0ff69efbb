package io.dtkspark.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a run that is told to stop (Ctrl-C, SIGTERM) release its locks before the process ends: the
 * run's thread is interrupted and the end of the process waits for it, for a while.
 */
final class ShutdownGuard {

  private static final long PATIENCE_SECONDS = 15;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  private ShutdownGuard() {
    Thread run = Thread.currentThread();
    hook = new Thread(() -> stop(run), "dtk-shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Does {@code work} on the calling thread, guarded until it ends. */
  static <T> T during(Supplier<T> work) {
    ShutdownGuard guard = new ShutdownGuard();
    try {
      return work.get();
    } finally {
      guard.release();
    }
  }

  private void stop(Thread run) {
    run.interrupt();
    try {
      // A lock that is not released in time is stale after an hour; `dtk unlock` clears it at once.
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void release() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is what waits for us: nothing to remove.
    }
  }
}

package io.dtkspark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SourcePermitsTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void noMoreThanTheNumberOfConnectionsWorkAtOnce() {
    Profile profile = profile("a");
    AtomicInteger working = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<CompletableFuture<Void>> works = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      works.add(
          run(
              profile,
              3,
              () -> {
                most.accumulateAndGet(working.incrementAndGet(), Math::max);
                pause();
                working.decrementAndGet();
              }));
    }
    works.forEach(CompletableFuture::join);
    assertEquals(3, most.get());
  }

  @Test
  void sourcesDoNotWaitForEachOther() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Void> holder = run(profile("b"), 1, () -> await(done));
    SourcePermits.during(profile("c"), 1, done::countDown);
    holder.join();
    assertEquals(0, done.getCount());
  }

  @Test
  void workThatFailsGivesItsPermitBack() {
    Profile profile = profile("d");
    assertThrows(
        IllegalStateException.class,
        () ->
            SourcePermits.during(
                profile,
                1,
                () -> {
                  throw new IllegalStateException("failed");
                }));
    AtomicInteger later = new AtomicInteger();
    SourcePermits.during(profile, 1, later::incrementAndGet);
    assertEquals(1, later.get());
  }

  @Test
  void whoIsInterruptedWhileWaitingDoesNotWork() {
    Profile profile = profile("e");
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger worked = new AtomicInteger();
    SourcePermits.during(
        profile,
        1,
        () -> {
          Thread.currentThread().interrupt();
          assertThrows(
              DtkException.class, () -> SourcePermits.during(profile, 1, worked::incrementAndGet));
          assertTrue(Thread.interrupted(), "the interrupt is kept");
          done.countDown();
        });
    assertEquals(0, done.getCount());
    assertEquals(0, worked.get());
  }

  private CompletableFuture<Void> run(Profile profile, int connections, Runnable work) {
    return CompletableFuture.runAsync(
        () -> SourcePermits.during(profile, connections, work), threads);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(5);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Profile profile(String name) {
    return new Profile(
        name, "duckdb", null, 0, null, null, null, ":memory:", false, "main", "main", Map.of());
  }
}

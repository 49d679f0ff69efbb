package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.server.PrivateServer;
import io.dtkspark.store.server.TestServer;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.TargetTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that crashes and comes back: what was interrupted is reported and leaves nothing, and
 * the same store goes on when it is tried again.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class CrashContract extends StoreContract {

  /** Wide enough that these are more than all buffers between the server and the store hold. */
  private static final int MANY = 40_000;

  private static final String WIDE = "{\"hour\":\"" + "1".repeat(1_000) + "\"}";

  private static final int ROWS = 1_000;

  protected PrivateServer server;

  protected abstract PrivateServer.Kind kind();

  protected abstract TestDatabase createDatabase(TestServer address);

  /** Makes the next publications stop on the way, so that a crash can meet them there. */
  protected abstract void hold();

  /** Whether a publication is on the way. */
  protected abstract boolean holds();

  /** Undoes {@link #hold}. */
  protected abstract void release();

  @BeforeAll
  void startServer(@TempDir Path data) {
    server = PrivateServer.start(kind(), data);
  }

  @AfterAll
  void stopServer() {
    server.close();
  }

  @Override
  protected final TestDatabase createDatabase() {
    return createDatabase(server.address());
  }

  @Test
  void aCrashDuringAReadIsReportedAndTheNextReadIsWhole() {
    Staging staging = staging(TargetTable.DATAPOINTS);
    writeMany(staging, () -> {});
    publishDatapoints("cpu", staging);
    Runnable crash = once(server::crash);
    assertFails(
        ErrorCode.STORE,
        "connection",
        () -> store.readDatapoints("cpu", ALL, (time, value, data, columns) -> crash.run()));
    server.start();
    assertEquals(MANY, values("cpu").size());
  }

  @Test
  void aCrashDuringAWriteLeavesNothing() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 1, 2));
    Staging staging = staging(TargetTable.DATAPOINTS);
    assertFails(ErrorCode.STORE, "connection", () -> writeMany(staging, server::crash));
    server.start();
    assertEquals(List.of(1.0, 2.0), values("cpu"));
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 2, 3));
    assertEquals(List.of(1.0, 2.0, 3.0), values("cpu"));
  }

  private void writeMany(Staging staging, Runnable halfWay) {
    try (DatapointSink sink = store.stageDatapoints(staging, datapoints("cpu", CREATED))) {
      for (int i = 0; i < MANY; i++) {
        if (i == MANY / 2) {
          halfWay.run();
        }
        sink.append(hour(10 + i), i, WIDE);
      }
      sink.complete();
    }
  }

  @Test
  void aCrashBeforeTheCommitPublishesNothing() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 1, 2));
    Publication publication =
        publication(
            "cpu",
            Optional.of(ALL),
            stage(datapoints("cpu", CREATED + 1), 0, values(ROWS / 2)),
            stage(datapoints("cpu", CREATED + 1), ROWS / 2, secondHalf()));
    hold();
    CompletableFuture<DtkException> running =
        CompletableFuture.supplyAsync(() -> outcome(publication));
    while (!holds() && !running.isDone()) {
      Thread.onSpinWait();
    }
    server.crash();
    DtkException failure = running.join();
    server.start();
    release();
    // A server may have done its work and crashed before it said so.
    List<Double> expected = failure == null || isWhole() ? whole() : List.of(1.0, 2.0);
    assertEquals(expected, values("cpu"));
    Staging again = stage(datapoints("cpu", CREATED + 2), 0, values(ROWS));
    store.publish(publication("cpu", Optional.of(ALL), again));
    assertEquals(whole(), values("cpu"));
  }

  private boolean isWhole() {
    return values("cpu").size() == ROWS;
  }

  private static List<Double> whole() {
    return DoubleStream.of(values(ROWS)).boxed().toList();
  }

  /** Null when it succeeded. */
  private DtkException outcome(Publication publication) {
    try {
      store.publish(publication);
      return null;
    } catch (DtkException e) {
      return e;
    }
  }

  @Test
  void rowsStagedBeforeACrashArePublishedWholeOrNotAtAll() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 1, 2));
    Staging staged = stage(datapoints("cpu", CREATED), 0, values(ROWS));
    server.crash();
    server.start();
    DtkException failure = outcome(publication("cpu", Optional.of(ALL), staged));
    assertEquals(failure == null ? whole() : List.of(1.0, 2.0), values("cpu"));
  }

  @Test
  void aKeptConnectionIsReplacedWhenTheServerWasRestarted() {
    assertEquals(Optional.empty(), store.watermarks().lastDatapoint("cpu"));
    server.crash();
    assertFails(
        ErrorCode.STORE, "cannot be reached", () -> store.watermarks().lastDatapoint("cpu"));
    server.start();
    assertTrue(store.locks().acquire("cpu", false));
  }

  private static double[] secondHalf() {
    return DoubleStream.of(values(ROWS)).skip(ROWS / 2).toArray();
  }

  private static double[] values(int count) {
    return DoubleStream.iterate(0, value -> value + 1).limit(count).toArray();
  }

  private static Runnable once(Runnable action) {
    return new Runnable() {
      private boolean done;

      @Override
      public void run() {
        if (!done) {
          done = true;
          action.run();
        }
      }
    };
  }
}

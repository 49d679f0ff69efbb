package io.dtkspark.run;

import io.dtkspark.notify.Delivery;
import io.dtkspark.notify.Notice;
import io.dtkspark.notify.channel.Channels;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends messages beside the run, so that a dead channel does not hold up what follows; a few at a
 * time, so that no channel is flooded.
 */
final class AlertSender implements AutoCloseable {

  private static final int AT_ONCE = 8;

  private final Channels channels;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE,
          work -> {
            Thread thread = new Thread(work, "dtk-alert");
            thread.setDaemon(true);
            return thread;
          });

  AlertSender(Channels channels) {
    this.channels = channels;
  }

  Future<List<Delivery>> send(List<String> names, Notice notice, Optional<String> template) {
    return threads.submit(() -> channels.send(names, notice, template));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

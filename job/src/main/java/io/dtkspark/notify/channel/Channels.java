package io.dtkspark.notify.channel;

import io.dtkspark.config.ChannelConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.notify.Delivery;
import io.dtkspark.notify.Notice;
import io.dtkspark.notify.NoticeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The alert channels of {@code profiles.yml}. A message goes to all its channels at once, so that a
 * slow or broken one delays and hinders no other. Never throws for a channel: what went wrong is
 * told in the {@link Delivery}, without secrets.
 */
public final class Channels implements AutoCloseable {

  private final Map<String, ChannelConfig> configs;
  private final ChannelFactory factory;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "dtk-channel");
            thread.setDaemon(true);
            return thread;
          });

  /** Channels by name, as {@link io.dtkspark.config.Profiles#channels()} has them. */
  public Channels(Map<String, ChannelConfig> configs) {
    this(configs, new ChannelFactory(new HttpSender(Thread::sleep)));
  }

  Channels(Map<String, ChannelConfig> configs, ChannelFactory factory) {
    this.configs = Map.copyOf(configs);
    this.factory = factory;
  }

  /** Those of the names whose channel is configured as it must be. */
  public List<String> usable(List<String> names) {
    return names.stream().filter(this::isUsable).toList();
  }

  private boolean isUsable(String name) {
    try {
      return configs.containsKey(name) && factory.create(configs.get(name)) != null;
    } catch (DtkException wrongSetting) {
      return false;
    }
  }

  /**
   * Sends a notice and waits until every channel has taken it or failed.
   *
   * @param names channels; one that is not configured is a failed delivery
   * @param template text in place of the channels' own, for those that have text
   * @return one delivery per name, in the same order
   */
  public List<Delivery> send(List<String> names, Notice notice, Optional<String> template) {
    NoticeText text = new NoticeText(notice);
    List<Future<Delivery>> running = new ArrayList<>();
    for (String name : names) {
      running.add(threads.submit(() -> deliver(name, text, template)));
    }
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < running.size(); i++) {
      deliveries.add(result(names.get(i), running.get(i)));
    }
    return deliveries;
  }

  private Delivery deliver(String name, NoticeText text, Optional<String> template)
      throws InterruptedException {
    ChannelConfig config = configs.get(name);
    if (config == null) {
      return failed(name, "profiles.yml has no such channel under alert_channels");
    }
    try {
      factory.create(config).send(text, template);
      return new Delivery(name, Optional.empty());
    } catch (DeliveryException | DtkException e) {
      return failed(name, e.getMessage());
    }
  }

  /** An interruption ends the waiting for this channel and, the flag being set, for the others. */
  private static Delivery result(String name, Future<Delivery> running) {
    try {
      return running.get();
    } catch (InterruptedException e) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      return failed(name, "interrupted");
    } catch (CancellationException e) {
      return failed(name, "interrupted");
    } catch (ExecutionException e) {
      // Its text is not known to be free of secrets.
      return failed(name, "unexpected " + e.getCause().getClass().getSimpleName());
    }
  }

  private static Delivery failed(String name, String problem) {
    return new Delivery(name, Optional.of(problem));
  }

  /** Ends the threads; messages on their way are given up. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}

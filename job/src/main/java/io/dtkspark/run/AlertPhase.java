package io.dtkspark.run;

import io.dtkspark.notify.channel.Channels;
import io.dtkspark.plan.RunRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * The alert step: each metric is judged once, by what is stored when its detectors are done.
 *
 * <p>Decisions and states are read and written on the calling thread alone, as the store asks for;
 * only messages travel beside it. A metric is done once all of its messages have arrived or failed.
 */
final class AlertPhase implements AutoCloseable {

  private final RunRequest request;
  private final RunContext context;
  private final AlertSender sender;
  private final List<MetricAlerts> open = new ArrayList<>();

  AlertPhase(RunRequest request, RunContext context, Channels channels) {
    this.request = request;
    this.context = context;
    this.sender = new AlertSender(channels);
  }

  /** Judges a metric, and takes note of messages that have arrived meanwhile. */
  void start(MetricRun run) {
    open.add(new MetricAlerts(run, request, context.store().alerts(), sender));
    open.removeIf(alerts -> isDone(alerts, false));
  }

  /** Waits for the messages that are still on their way. */
  void finish() {
    open.removeIf(alerts -> isDone(alerts, true));
  }

  private boolean isDone(MetricAlerts alerts, boolean wait) {
    MetricRun run = alerts.run();
    context.attempt(run, () -> alerts.advance(wait));
    if (run.alive() && !alerts.isDone()) {
      return false;
    }
    if (run.alive()) {
      context.listener().alertsChecked(run.name(), List.copyOf(alerts.reports()));
      run.alerted(alerts.reports().stream().mapToLong(BlockReport::alerts).sum());
    }
    context.finish(run);
    return true;
  }

  /** Gives up messages on their way. */
  @Override
  public void close() {
    sender.close();
  }
}

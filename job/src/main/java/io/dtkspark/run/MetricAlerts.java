package io.dtkspark.run;

import io.dtkspark.alert.Alert;
import io.dtkspark.alert.AlertDecision;
import io.dtkspark.alert.AlertRule;
import io.dtkspark.alert.AlertState;
import io.dtkspark.alert.MetricGrid;
import io.dtkspark.config.AlertConfig;
import io.dtkspark.config.AlertMessage;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.notify.Delivery;
import io.dtkspark.notify.Notice;
import io.dtkspark.notify.Subject;
import io.dtkspark.plan.RunRequest;
import io.dtkspark.store.AlertStore;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * The blocks of one metric, one after the other: two blocks with the same functional keys share one
 * state, so the second must see what the first has done.
 */
final class MetricAlerts {

  private final MetricRun run;
  private final RunRequest request;
  private final AlertStore store;
  private final AlertSender sender;
  private final Iterator<AlertConfig> blocks;
  private final List<BlockReport> reports = new ArrayList<>();
  private Sending sending;

  MetricAlerts(MetricRun run, RunRequest request, AlertStore store, AlertSender sender) {
    this.run = run;
    this.request = request;
    this.store = store;
    this.sender = sender;
    this.blocks = run.config().alerting().stream().filter(AlertConfig::isActive).iterator();
  }

  /** A message on its way. */
  private record Sending(
      AlertConfig block,
      AlertDecision decision,
      AlertState state,
      Future<List<Delivery>> deliveries) {}

  MetricRun run() {
    return run;
  }

  /** What the blocks have done so far. */
  List<BlockReport> reports() {
    return reports;
  }

  boolean isDone() {
    return sending == null && !blocks.hasNext();
  }

  /**
   * Goes on as far as possible.
   *
   * @param wait whether to wait for messages that are on their way
   */
  void advance(boolean wait) {
    while (!isDone()) {
      if (sending == null) {
        decide(blocks.next());
      } else if (wait || sending.deliveries.isDone()) {
        remember();
      } else {
        return;
      }
    }
  }

  /**
   * Data is judged as of the run's clock, up to which it was loaded; cooldowns end by the clock on
   * the wall.
   */
  private void decide(AlertConfig block) {
    MetricConfig metric = run.config();
    long delay = metric.loadingDelaySeconds().or(request.project()::loadingDelaySeconds).orElse(0L);
    AlertRule rule = block.rule(metric.interval());
    AlertState state = store.state(metric.name(), block.alertConfigId());
    AlertDecision decision =
        AlertDecision.of(
            rule,
            state,
            store.history(metric.name()),
            block.timing().suppressUntilMillis().orElse(AlertState.NEVER),
            grid(delay).lastComplete(request.now()),
            System.currentTimeMillis());
    if (decision.alert().isEmpty()) {
      reports.add(new BlockReport(block, decision, List.of()));
      return;
    }
    Alert alert = decision.alert().get();
    Subject subject = Subject.of(request.project(), metric, block);
    Notice notice = Notice.of(alert, subject, rule, delay);
    sending =
        new Sending(
            block, decision, state, sender.send(block.channels(), notice, template(block, alert)));
  }

  /** A start that only the detect step understands leaves the grid where it is without one. */
  private MetricGrid grid(long delaySeconds) {
    MetricConfig metric = run.config();
    long start = metric.loadingStart().flatMap(written -> written.forLoading().value()).orElse(0L);
    return MetricGrid.through(start, metric.interval().seconds(), delaySeconds);
  }

  private static Optional<String> template(AlertConfig block, Alert alert) {
    AlertMessage.Templates templates = block.message().templates();
    if (alert instanceof Alert.Anomaly anomaly) {
      return templates.forAnomaly(anomaly.streak().points());
    }
    return alert instanceof Alert.Recovery ? templates.recovery() : templates.noData();
  }

  private void remember() {
    BlockReport report = new BlockReport(sending.block, sending.decision, deliveries());
    if (report.delivered() > 0) {
      long now = System.currentTimeMillis();
      boolean recovery = report.decision().outcome() == AlertDecision.Outcome.RECOVERY;
      store.save(
          run.name(),
          sending.block.alertConfigId(),
          recovery ? sending.state.recovered(now) : sending.state.alerted(now));
    }
    reports.add(report);
    sending = null;
  }

  private List<Delivery> deliveries() {
    try {
      return sending.deliveries.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DtkException(
          ErrorCode.INTERNAL, "the run was stopped while an alert was on its way", e);
    } catch (ExecutionException e) {
      throw new DtkException(ErrorCode.INTERNAL, "an alert could not be written: " + e.getCause());
    }
  }
}

package io.dtkspark.run;

import io.dtkspark.config.ProjectAlerts;
import io.dtkspark.config.ProjectConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.notify.Delivery;
import io.dtkspark.notify.Notice;
import io.dtkspark.notify.Subject;
import io.dtkspark.notify.channel.Channels;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells the channels of {@code error_alerting} why a run failed. */
final class ErrorAlerts {

  /** Stands for the metric while there is none yet. */
  private static final String STARTUP = "<startup>";

  private final ProjectConfig project;
  private final Channels channels;
  private final RunListener listener;
  private final Optional<ProjectAlerts.Errors> errors;

  ErrorAlerts(ProjectConfig project, Channels channels, RunListener listener) {
    this.project = project;
    this.channels = channels;
    this.listener = listener;
    this.errors =
        project.alerts().errors().filter(wanted -> !channels.usable(wanted.channels()).isEmpty());
  }

  /** Whether somebody is told, which also ends a run at its first failure. */
  boolean isActive() {
    return errors.isPresent();
  }

  /** Does a part of the start and tells of its failure; a wrong configuration pages nobody. */
  <T> T starting(Supplier<T> part) {
    try {
      return part.get();
    } catch (DtkException e) {
      if (e.code() != ErrorCode.CONFIG) {
        tell(STARTUP, e);
      }
      throw e;
    }
  }

  /** Does a metric's work and tells of its failure. */
  MetricRun telling(String metric, Supplier<MetricRun> work) {
    try {
      MetricRun run = work.get();
      run.failure().ifPresent(failure -> tell(metric, failure));
      return run;
    } catch (DtkException e) {
      // Whoever stops a run knows that it stopped.
      if (!Thread.currentThread().isInterrupted()) {
        tell(metric, e);
      }
      throw e;
    }
  }

  private void tell(String metric, DtkException failure) {
    if (errors.isEmpty()) {
      return;
    }
    ProjectAlerts.Errors wanted = errors.get();
    Notice notice =
        Notice.ofFailure(
            Subject.ofFailure(project, metric, wanted),
            new Notice.Failure(failure.code().name(), failure.getMessage()),
            System.currentTimeMillis());
    List<Delivery> deliveries =
        channels.send(channels.usable(wanted.channels()), notice, wanted.template());
    listener.failureTold(metric, deliveries);
  }
}

package io.dtkspark.run;

import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.load.LoadStage;
import io.dtkspark.load.LoadTask;
import io.dtkspark.plan.LoadChunks;
import io.dtkspark.plan.LoadPlan;
import io.dtkspark.plan.LoadPlanner;
import io.dtkspark.plan.RunRequest;
import io.dtkspark.plan.Step;
import io.dtkspark.publish.OrderedPublisher;
import io.dtkspark.run.StepExecution.ChunkStream;
import io.dtkspark.run.StepExecution.Costed;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.StateStore.DatapointHeader;
import io.dtkspark.table.TargetTable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The load step of all metrics: plan on the driver, query on executors, publish on the driver. */
final class LoadPhase {

  private final RunRequest request;
  private final RunContext context;

  LoadPhase(RunRequest request, RunContext context) {
    this.request = request;
    this.context = context;
  }

  void run(List<MetricRun> runs) {
    List<Planned> planned = new ArrayList<>();
    LoadPlanner planner = new LoadPlanner(request);
    for (MetricRun run : runs) {
      if (run.alive()) {
        context.attempt(run, () -> planned.add(plan(planner, run)));
      }
    }
    LoadChunks chunks =
        LoadChunks.forWork(
            planned.stream().map(Planned::plan).toList(),
            context.spark().cores(),
            context.maxChunkRows());
    StepExecution<LoadTask> execution = context.execution(Step.LOAD);
    planned.forEach(metric -> execution.add(stream(execution.nextStream(), metric, chunks)));
    execution.run(LoadStage::run, chunks.targetNanos());
  }

  private record Planned(MetricRun run, LoadPlan plan, Profile source, String template) {}

  private Planned plan(LoadPlanner planner, MetricRun run) {
    MetricConfig metric = run.config();
    Optional<Long> last = context.store().watermarks().lastDatapoint(metric.name());
    LoadPlan plan = planner.plan(metric, last);
    String template = plan.nothingToDo() ? "" : template(metric);
    context.listener().loadPlanned(metric.name(), plan);
    return new Planned(run, plan, source(metric), template);
  }

  private Profile source(MetricConfig metric) {
    return metric
        .sourceProfile()
        .or(request.project()::sourceProfile)
        .filter(name -> !name.equals(request.state().name()))
        .map(request.sources()::get)
        .orElse(request.state());
  }

  private String template(MetricConfig metric) {
    if (metric.query().isPresent()) {
      return metric.query().get();
    }
    Path root = request.project().root();
    String written = metric.queryFile().orElseThrow();
    String subject = root.relativize(metric.file()) + ": query_file '" + written + "' ";
    try {
      return Files.readString(root.resolve(written), StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new DtkException(ErrorCode.CONFIG, subject + "is not UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      String what = "cannot be read: create it or fix the path, which starts at the project's root";
      throw new DtkException(ErrorCode.CONFIG, subject + what, e);
    }
  }

  private ChunkStream<LoadTask> stream(int number, Planned planned, LoadChunks chunks) {
    MetricRun run = planned.run();
    MetricConfig metric = run.config();
    long step = metric.interval().millis();
    List<Costed<LoadTask>> tasks = new ArrayList<>();
    for (List<TimeRange> batches : chunks.cut(planned.plan())) {
      LoadTask task = task(number, tasks.size(), planned, batches);
      tasks.add(new Costed<>(task, LoadChunks.nanos(batches, step)));
    }
    OrderedPublisher publisher =
        new OrderedPublisher(
            TargetTable.DATAPOINTS,
            metric.name(),
            Optional.empty(),
            tasks.size(),
            planned.plan().replace(),
            context.publishedTogether());
    return new ChunkStream<>(publisher, tasks, () -> finished(run, publisher), context.warnings());
  }

  private LoadTask task(int number, int index, Planned planned, List<TimeRange> batches) {
    MetricConfig metric = planned.run().config();
    List<String> own = metric.queryColumns().seasonality();
    List<String> stored = own.isEmpty() ? metric.seasonalityColumns() : own;
    return new LoadTask(
        number,
        index,
        planned.source(),
        request.state(),
        new DatapointHeader(
            metric.name(),
            metric.interval().seconds(),
            String.join(",", stored),
            context.createdAt()),
        planned.template(),
        metric.queryColumns(),
        metric.seasonalityColumns(),
        batches,
        context.sourceConnections(),
        context.runId());
  }

  private void finished(MetricRun run, OrderedPublisher publisher) {
    publisher.failure().ifPresentOrElse(run::fail, () -> run.loaded(publisher.rows()));
    if (run.alive()) {
      context.listener().loadFinished(run.name(), publisher.rows());
    } else {
      context.finish(run);
    }
  }
}

package io.dtkspark.run;

import io.dtkspark.config.DetectorConfig.Resolved;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.detect.DetectStage;
import io.dtkspark.detect.DetectTask;
import io.dtkspark.plan.Chunk;
import io.dtkspark.plan.ChunkCutter;
import io.dtkspark.plan.DetectPlan;
import io.dtkspark.plan.DetectPlanner;
import io.dtkspark.plan.RunRequest;
import io.dtkspark.plan.Step;
import io.dtkspark.plan.StoredRange;
import io.dtkspark.publish.OrderedPublisher;
import io.dtkspark.run.StepExecution.ChunkStream;
import io.dtkspark.run.StepExecution.Costed;
import io.dtkspark.store.StateStore.DetectionHeader;
import io.dtkspark.store.StateStore.Watermarks;
import io.dtkspark.table.TargetTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The detect step of all metrics.
 *
 * <p>detectkit runs a metric's detectors one after the other. They are independent unless two share
 * an id (they differ in {@code batch_size} or {@code start_time} only): then the second resumes
 * after the first. So the step runs in waves, each with every id at most once per metric, planned
 * from the watermarks the wave before has left.
 */
final class DetectPhase {

  private final RunRequest request;
  private final RunContext context;
  private final Consumer<MetricRun> onDone;

  /**
   * @param onDone called once per metric, as soon as its last detector is published or it failed
   */
  DetectPhase(RunRequest request, RunContext context, Consumer<MetricRun> onDone) {
    this.request = request;
    this.context = context;
    this.onDone = onDone;
  }

  void run(List<MetricRun> runs) {
    List<MetricDetection> metrics = new ArrayList<>();
    for (MetricRun run : runs) {
      if (run.alive()) {
        metrics.add(new MetricDetection(run));
        context.listener().detectStarted(run.name(), run.config().detectors().size());
      }
    }
    for (List<Planned> wave = nextWave(metrics); !wave.isEmpty(); wave = nextWave(metrics)) {
      runWave(wave);
    }
  }

  /** The detectors of one metric that are still to run. */
  private static final class MetricDetection {
    final MetricRun run;

    /** Place in the list of the first detector that is not planned yet. */
    int next;

    /** Detectors that are planned and not finished. */
    int open;

    long anomalies;
    boolean done;

    MetricDetection(MetricRun run) {
      this.run = run;
    }

    int detectors() {
      return run.config().detectors().size();
    }
  }

  private record Planned(MetricDetection metric, DetectPlan plan, StoredRange stored) {
    long step() {
      return metric.run.config().interval().millis();
    }
  }

  private List<Planned> nextWave(List<MetricDetection> metrics) {
    List<Planned> wave = new ArrayList<>();
    for (MetricDetection metric : metrics) {
      if (!metric.done) {
        List<Planned> ready = new ArrayList<>();
        context.attempt(metric.run, () -> planWave(metric, ready));
        metric.open = ready.size();
        wave.addAll(ready);
        finishIfDone(metric);
      }
    }
    return wave;
  }

  /**
   * Plans the metric's detectors up to the first whose id repeats. A detector with wrong parameters
   * fails the metric; those before it in the list still run, as in detectkit.
   */
  private void planWave(MetricDetection metric, List<Planned> ready) {
    MetricConfig config = metric.run.config();
    Watermarks watermarks = context.store().watermarks();
    StoredRange stored =
        new StoredRange(
            watermarks.firstDatapoint(config.name()), watermarks.lastDatapoint(config.name()));
    DetectPlanner planner = new DetectPlanner(request);
    Set<String> ids = new HashSet<>();
    for (; metric.next < metric.detectors(); metric.next++) {
      Resolved detector = config.detectors().get(metric.next).resolve();
      if (!ids.add(detector.detectorId())) {
        return;
      }
      Optional<Long> last = watermarks.lastDetection(config.name(), detector.detectorId());
      DetectPlan plan = planner.plan(config, metric.next, detector, stored, last);
      ready.add(new Planned(metric, plan, stored));
    }
  }

  private void runWave(List<Planned> wave) {
    double total =
        wave.stream().mapToDouble(p -> ChunkCutter.nanos(p.plan(), p.stored(), p.step())).sum();
    ChunkCutter cutter =
        ChunkCutter.forWork(total, context.spark().cores(), context.maxChunkRows());
    StepExecution<DetectTask> execution = context.execution(Step.DETECT);
    for (Planned planned : wave) {
      List<Chunk> chunks = cutter.cut(planned.plan(), planned.stored(), planned.step());
      execution.add(
          stream(execution.nextStream(), planned.metric(), planned.plan().withChunks(chunks)));
    }
    execution.run(DetectStage::run, cutter.targetNanos());
  }

  private ChunkStream<DetectTask> stream(int number, MetricDetection metric, DetectPlan plan) {
    MetricConfig config = metric.run.config();
    context.listener().detectPlanned(config.name(), metric.detectors(), plan);
    List<Costed<DetectTask>> tasks = new ArrayList<>();
    for (Chunk chunk : plan.chunks()) {
      tasks.add(new Costed<>(task(number, config, plan, chunk), chunk.cost()));
    }
    OrderedPublisher publisher =
        new OrderedPublisher(
            TargetTable.DETECTIONS,
            config.name(),
            Optional.of(plan.detector().detectorId()),
            tasks.size(),
            plan.replace(),
            context.publishedTogether());
    return new ChunkStream<>(
        publisher, tasks, () -> finished(metric, plan, publisher), context.warnings());
  }

  private DetectTask task(int number, MetricConfig config, DetectPlan plan, Chunk chunk) {
    Resolved detector = plan.detector();
    return new DetectTask(
        number,
        chunk,
        request.state(),
        new DetectionHeader(
            config.name(),
            detector.detectorId(),
            detector.detectorName(),
            detector.paramsJson(),
            context.createdAt()),
        detector.spec(),
        detector.seasonalityComponents(),
        config.interval().millis(),
        detector.spec().contextSize() * config.interval().millis(),
        plan.batchSize(),
        chunk.index() == 0,
        context.runId());
  }

  private void finished(MetricDetection metric, DetectPlan plan, OrderedPublisher publisher) {
    metric.anomalies += publisher.anomalies();
    publisher.failure().ifPresent(metric.run::fail);
    if (publisher.failure().isEmpty()) {
      context
          .listener()
          .detectFinished(metric.run.name(), plan, publisher.rows(), publisher.anomalies());
    }
    metric.open--;
    finishIfDone(metric);
  }

  private void finishIfDone(MetricDetection metric) {
    boolean more = metric.run.alive() && metric.next < metric.detectors();
    if (metric.open > 0 || more) {
      return;
    }
    metric.done = true;
    if (metric.run.alive()) {
      metric.run.detected(metric.anomalies);
    }
    onDone.accept(metric.run);
  }
}

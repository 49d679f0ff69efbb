package io.dtkspark.run;

import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.output.RunRecord;
import io.dtkspark.autotune.output.TunedConfig;
import io.dtkspark.config.DetectorConfig.Resolved;
import io.dtkspark.config.IncidentLabels;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.detect.DetectStage;
import io.dtkspark.detect.DetectTask;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.plan.Chunk;
import io.dtkspark.publish.ChunkResult;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.Publication;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStore.DetectionHeader;
import io.dtkspark.table.TargetTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps what a search found: the row of the search, the winner's detections, the new metric. */
final class TunedStorage {

  private final TuningRequest request;
  private final StateStore store;

  TunedStorage(TuningRequest request, StateStore store) {
    this.request = request;
    this.store = store;
  }

  /**
   * Reads the new metric back before anything is stored.
   *
   * @throws DtkException INTERNAL when it does not mean the detector that won
   */
  MetricConfig check(TunedConfig config, TuningResult result) {
    Path file = request.project().config().root().resolve(config.file());
    MetricConfig metric = request.project().parse(file, config.text());
    String id = metric.detectors().get(0).resolve().detectorId();
    if (!id.equals(result.detectorId())) {
      throw new DtkException(
          ErrorCode.INTERNAL,
          config.file() + " would run detector " + id + " instead of " + result.detectorId());
    }
    return metric;
  }

  /**
   * Keeps everything, in detectkit's order.
   *
   * @return earlier winners whose detections were deleted
   */
  int keep(
      TuningInput input,
      IncidentLabels labels,
      TuningResult result,
      TunedConfig config,
      MetricConfig tuned) {
    store.autotuneRuns().save(RunRecord.of(input, labels, result, config));
    int superseded = dropSuperseded(input.metric(), result.detectorId());
    storeDetections(input, tuned.detectors().get(0).resolve());
    write(request.project().config().root().resolve(config.file()), config.text());
    return superseded;
  }

  private int dropSuperseded(String metric, String winner) {
    Set<String> earlier = new HashSet<>(store.autotuneRuns().winners(metric));
    earlier.remove(winner);
    earlier.retainAll(store.upkeep().detectionCounts(metric).keySet());
    earlier.forEach(detector -> store.upkeep().deleteDetections(metric, detector));
    return earlier.size();
  }

  /** Under the original metric's name, over the points that were trained on and none before. */
  private void storeDetections(TuningInput input, Resolved detector) {
    long step = input.intervalSeconds() * 1000;
    TimeRange range = new TimeRange(input.firstMillis(), input.lastMillis() + 1);
    long intervals = (range.toExclusive() - range.fromInclusive()) / step + 1;
    DetectionHeader header =
        new DetectionHeader(
            input.metric(),
            detector.detectorId(),
            detector.detectorName(),
            detector.paramsJson(),
            System.currentTimeMillis());
    DetectTask task =
        new DetectTask(
            0,
            new Chunk(0, range, 0),
            request.state(),
            header,
            detector.spec(),
            detector.seasonalityComponents(),
            step,
            0,
            (int) Math.min(Integer.MAX_VALUE, intervals),
            false,
            "tune_" + UUID.randomUUID().toString().substring(0, 8));
    ChunkResult result = DetectStage.run(task, 0);
    if (result.failed()) {
      throw result.failure();
    }
    store.publish(
        new Publication(
            TargetTable.DETECTIONS,
            input.metric(),
            Optional.of(detector.detectorId()),
            List.of(result.staging()),
            Optional.empty()));
  }

  /** A reader of the project sees the whole file or none. */
  private static void write(Path file, String text) {
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(unfinished, text);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new DtkException(
          ErrorCode.STORE, file.getFileName() + " cannot be written: " + e.getMessage(), e);
    }
  }
}

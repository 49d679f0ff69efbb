package io.dtkspark.detect;

import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.detector.Detector;
import io.dtkspark.detector.ScoringBatch;
import io.dtkspark.json.JsonText;
import io.dtkspark.publish.ChunkResult;
import io.dtkspark.publish.Effort.Part;
import io.dtkspark.publish.EffortClock;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.Staging;
import io.dtkspark.store.StateStore;
import io.dtkspark.table.DetectionSink;
import io.dtkspark.table.TargetTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores one chunk: reads its rows with the context before them once, scores batch by batch as the
 * original would, and stages a detection per row. Memory is about 300 bytes a row of the chunk.
 */
final class ChunkScorer {

  /** Rows whose texts are made before they are written; small enough to stay in the cache. */
  private static final int BLOCK_ROWS = 512;

  private final DetectTask task;
  private final StateStore store;
  private final DatapointBuffer rows;
  private final DetectionColumns columns = new DetectionColumns();
  private final List<String> warnings = new ArrayList<>();
  private final DetectionJson json;
  private final JsonText text = new JsonText();
  private final byte[][] metadata = new byte[BLOCK_ROWS][];
  private final EffortClock clock = new EffortClock();
  private long anomalies;

  ChunkScorer(DetectTask task, StateStore store) {
    this.task = task;
    this.store = store;
    this.rows = new DatapointBuffer(!task.components().isEmpty());
    this.json = DetectionJson.of(task.spec(), task.components());
  }

  ChunkResult score(String stagingName) {
    TimeRange range = task.chunk().range();
    long contextStart = range.fromInclusive() - task.contextMillis();
    store.readDatapoints(
        task.header().metric(), new TimeRange(contextStart, range.toExclusive()), rows);
    clock.charge(Part.READ);
    int first = rows.firstRowFrom(range.fromInclusive());
    if (first == rows.size()) {
      return staged(null, 0, false);
    }
    Staging staging = new Staging(TargetTable.DETECTIONS, stagingName);
    try (DetectionSink sink = store.stageDetections(staging, task.header())) {
      for (List<ScoringBatch> batches : withSameColumns(batches())) {
        score(batches, sink);
      }
      sink.complete();
      warnings.addAll(sink.warnings());
      clock.charge(Part.WRITE);
    }
    long lastSlot = range.toExclusive() - task.stepMillis();
    boolean endsOnGrid = rows.epochMillis(rows.size() - 1) == lastSlot;
    return staged(staging, rows.size() - first, endsOnGrid);
  }

  private ChunkResult staged(Staging staging, long count, boolean endsOnGrid) {
    return new ChunkResult(
        task.stream(),
        task.chunk().index(),
        task.chunk().range(),
        staging,
        count,
        anomalies,
        endsOnGrid,
        List.copyOf(warnings),
        clock.effort(),
        null);
  }

  /** The detection batches of the chunk that have rows, as row indexes. */
  private List<ScoringBatch> batches() {
    TimeRange range = task.chunk().range();
    long batchMillis = task.batchSize() * task.stepMillis();
    List<ScoringBatch> batches = new ArrayList<>();
    for (long from = range.fromInclusive(); from < range.toExclusive(); from += batchMillis) {
      int firstRow = rows.firstRowFrom(from);
      int end = rows.firstRowFrom(Math.min(range.toExclusive(), from + batchMillis));
      if (firstRow < end) {
        batches.add(
            new ScoringBatch(rows.firstRowFrom(from - task.contextMillis()), firstRow, end));
      }
    }
    return batches;
  }

  /**
   * Splits batches where the seasonality columns change. The original takes the columns of a batch
   * from the first row it loads for it.
   */
  private List<List<ScoringBatch>> withSameColumns(List<ScoringBatch> batches) {
    List<List<ScoringBatch>> runs = new ArrayList<>();
    for (ScoringBatch batch : batches) {
      List<ScoringBatch> open = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
      if (open.isEmpty() || !rows.sameColumns(open.get(0).contextFrom(), batch.contextFrom())) {
        open = new ArrayList<>();
        runs.add(open);
      }
      open.add(batch);
    }
    return runs;
  }

  private void score(List<ScoringBatch> batches, DetectionSink sink) {
    ScoringBatch first = batches.get(0);
    int from = first.from();
    int to = batches.get(batches.size() - 1).to();
    SeasonalityReader seasonality =
        new SeasonalityReader(rows, rows.seasonalityColumns(first.contextFrom()));
    SeasonalityGroups groups = seasonality.groups(task.components());
    if (task.warnAboutGroups() && warnings.isEmpty() && groups.components() > 0) {
      warnings.addAll(UnderfilledGroups.warnings(task, seasonality, first));
    }
    columns.reset(to - from, task.spec().statistics().size(), groups.components());
    Detector detector = task.spec().newDetector();
    detector.score(rows.series(), groups, batches.toArray(ScoringBatch[]::new), columns);
    clock.charge(Part.SCORE);
    write(from, sink);
  }

  private void write(int from, DetectionSink sink) {
    for (int block = 0; block < columns.size(); block += BLOCK_ROWS) {
      int end = Math.min(columns.size(), block + BLOCK_ROWS);
      for (int i = block; i < end; i++) {
        text.clear().beginObject();
        json.write(text, columns, i);
        metadata[i - block] = text.endObject().toBytes();
      }
      clock.charge(Part.FORMAT);
      for (int i = block; i < end; i++) {
        append(from, i, metadata[i - block], sink);
      }
      clock.charge(Part.WRITE);
    }
  }

  private void append(int from, int i, byte[] metadata, DetectionSink sink) {
    boolean anomaly = DetectionJson.isAnomaly(columns.verdict[i]);
    anomalies += anomaly ? 1 : 0;
    sink.append(
        rows.epochMillis(from + i),
        anomaly,
        columns.lower[i],
        columns.upper[i],
        rows.value(from + i),
        columns.processed[i],
        metadata);
  }
}

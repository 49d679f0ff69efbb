package io.dtkspark.load;

import io.dtkspark.error.DtkException;
import io.dtkspark.publish.ChunkResult;
import io.dtkspark.publish.Effort.Part;
import io.dtkspark.publish.EffortClock;
import io.dtkspark.series.TimeRange;
import io.dtkspark.source.MetricSource;
import io.dtkspark.source.MetricSources;
import io.dtkspark.source.QueryTemplate;
import io.dtkspark.source.SourcePermits;
import io.dtkspark.store.Staging;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.TargetTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the queries of one chunk in time order and stages their rows. Memory is one batch.
 *
 * <p>When a query fails, the batches before it are staged whole and can still be published; after
 * any other failure nothing is.
 */
final class ChunkLoader {

  private final LoadTask task;
  private final Staging staging;
  private final BuiltinSeasonality builtin;
  private final List<String> warnings = new ArrayList<>();
  private final EffortClock clock = new EffortClock();
  private long rows;
  private int loaded;
  private boolean staged;
  private DtkException failure;

  ChunkLoader(LoadTask task, String stagingName) {
    this.task = task;
    this.staging = new Staging(TargetTable.DATAPOINTS, stagingName);
    this.builtin = new BuiltinSeasonality(task.seasonalityColumns());
  }

  ChunkResult load() {
    try (StateStore store = StateStores.open(task.state());
        DatapointSink sink = store.stageDatapoints(staging, task.header())) {
      SourcePermits.during(task.source(), task.connections(), () -> query(sink));
      sink.complete();
      warnings.addAll(sink.warnings());
      clock.charge(Part.WRITE);
      staged = true;
    }
    return result();
  }

  private void query(DatapointSink sink) {
    QueryTemplate template = QueryTemplate.parse(task.template());
    try (MetricSource source = MetricSources.open(task.source())) {
      for (TimeRange batch : task.batches()) {
        GridBatch grid = new GridBatch(batch, stepMillis());
        boolean read = read(source, template, batch, grid);
        clock.charge(Part.READ);
        if (!read) {
          return;
        }
        append(grid, sink);
        clock.charge(Part.WRITE);
        loaded++;
      }
    }
  }

  private boolean read(
      MetricSource source, QueryTemplate template, TimeRange batch, GridBatch grid) {
    try {
      String sql = template.render(batch, task.header().intervalSeconds());
      source.query(sql, task.columns(), batch.toExclusive(), grid);
      return true;
    } catch (DtkException e) {
      failure = named(e);
      return false;
    }
  }

  private void append(GridBatch grid, DatapointSink sink) {
    if (grid.isEmpty()) {
      return;
    }
    if (warnings.isEmpty()) {
      grid.misalignedRow().ifPresent(row -> warnings.add(misaligned(grid, row)));
    }
    boolean ownSeasonality = !task.columns().seasonality().isEmpty();
    for (int slot = 0; slot < grid.slots(); slot++) {
      long millis = grid.epochMillis(slot);
      String own = grid.seasonality(slot);
      String stored = ownSeasonality ? (own == null ? "{}" : own) : builtin.at(millis);
      sink.append(millis, grid.value(slot), stored);
    }
    rows += grid.slots();
  }

  private String misaligned(GridBatch grid, long row) {
    return Misalignment.warning(grid.epochMillis(0), stepMillis(), row);
  }

  private long stepMillis() {
    return task.header().intervalSeconds() * 1000L;
  }

  private DtkException named(DtkException e) {
    return new DtkException(
        e.code(), "metric '" + task.header().metric() + "': " + e.getMessage(), e);
  }

  ChunkResult failed(DtkException cause) {
    rows = 0;
    loaded = 0;
    staged = false;
    failure = named(cause);
    return result();
  }

  /**
   * The covered time always ends at the end of a batch, and batches with rows are full: a run that
   * resumes after the newest row continues on the same grid.
   */
  private ChunkResult result() {
    return new ChunkResult(
        task.stream(),
        task.index(),
        task.covered(loaded - 1),
        staged ? staging : null,
        rows,
        0,
        failure == null || loaded > 0,
        List.copyOf(warnings),
        clock.effort(),
        failure);
  }
}

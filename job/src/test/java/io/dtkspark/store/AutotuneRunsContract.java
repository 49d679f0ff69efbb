package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.table.AutotuneRun;
import io.dtkspark.table.AutotuneRunsTable;
import io.dtkspark.table.Column;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rows that searches leave. */
public abstract class AutotuneRunsContract extends StoreContract {

  @Test
  void everyColumnOfARunIsStored() {
    store.autotuneRuns().save(run("cpu", "0a1b2c", "w1", 0.25));
    assertEquals(
        List.of(
            "metric_name=cpu, run_id=0a1b2c, created_at=2024-03-01 12:00:00.5,"
                + " training_period_start=2024-01-01 00:00:00,"
                + " training_period_end=2024-01-01 05:00:00, interval_seconds=3600,"
                + " labels_json={\"points\":[]}, mode=supervised, scoring_metric=f1, score=0.25,"
                + " chosen_seasonality_json=[\"hour\"], chosen_detector_type=mad,"
                + " chosen_detector_params_json={\"threshold\":3.0}, winning_detector_id=w1,"
                + " candidate_detector_ids_json=[\"w1\"], decision_log_json=[],"
                + " generated_config_path=metrics/It's.yml,"
                + " generated_config_text=# Größe\\n'a\\b', status=success, error_message=null"),
        everyColumn());
  }

  @Test
  void failuresOfAMetricShareOneRow() {
    store.autotuneRuns().save(AutotuneRun.failed("cpu", 60, "mcc", "first"));
    clock.advance(Duration.ofSeconds(1));
    store.autotuneRuns().save(AutotuneRun.failed("cpu", 60, "mcc", "second"));
    assertEquals(
        List.of("run_id=failed, status=failed, error_message=second, score=null, mode=unknown"),
        rows("run_id", "status", "error_message", "score", "mode"));
    assertEquals(List.of(), store.autotuneRuns().winners("cpu"));
  }

  @Test
  void newerRowsStay() {
    store.autotuneRuns().save(run("cpu", "0a1b2c", "new", 1.0));
    clock.advance(Duration.ofSeconds(-1));
    store.autotuneRuns().save(run("cpu", "0a1b2c", "old", 0.0));
    assertEquals(List.of("new"), store.autotuneRuns().winners("cpu"));
  }

  @Test
  void scoreThatIsNoNumberIsNull() {
    store.autotuneRuns().save(run("cpu", "0a1b2c", "w", Double.NaN));
    assertEquals(List.of("score=null"), rows("score"));
  }

  @Test
  void winnersComeFromTheNewestRunOnEachOnce() {
    for (String winner : List.of("a", "b", "a", "c")) {
      store.autotuneRuns().save(run("cpu", "r" + clock.millis(), winner, 0.5));
      clock.advance(Duration.ofSeconds(1));
    }
    store.autotuneRuns().save(run("ram", "r", "other", 0.5));
    assertEquals(List.of("c", "a", "b"), store.autotuneRuns().winners("cpu"));
    assertEquals(List.of(), store.autotuneRuns().winners("none"));
  }

  private List<String> everyColumn() {
    String[] columns =
        AutotuneRunsTable.TABLE.columns().stream().map(Column::name).toArray(String[]::new);
    return rows(columns).stream().map(row -> row.replace("\n", "\\n")).toList();
  }

  private List<String> rows(String... columns) {
    return database.rows(AutotuneRunsTable.TABLE, columns);
  }

  private static AutotuneRun run(String metric, String id, String winner, double score) {
    return new AutotuneRun(
        metric,
        id,
        Optional.of(hour(0)),
        Optional.of(hour(5)),
        3600,
        "{\"points\":[]}",
        "supervised",
        "f1",
        Optional.of(score),
        "[\"hour\"]",
        Optional.of("mad"),
        "{\"threshold\":3.0}",
        Optional.of(winner),
        "[\"" + winner + "\"]",
        "[]",
        Optional.of("metrics/It's.yml"),
        "# Größe\n'a\\b'",
        Optional.empty());
  }
}

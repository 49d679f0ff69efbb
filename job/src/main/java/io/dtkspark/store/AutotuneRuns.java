package io.dtkspark.store;

import io.dtkspark.table.AutotuneRun;
import java.util.List;

/** {@code _dtk_autotune_runs}: what each search for a detector tried and chose. */
public interface AutotuneRuns {

  /** Stores a run; it replaces the one with the same metric and id. */
  void save(AutotuneRun run);

  /** Ids of the detectors the metric's runs chose, the newest run's first, each once. */
  List<String> winners(String metric);
}

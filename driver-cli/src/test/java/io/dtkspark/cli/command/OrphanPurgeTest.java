package io.dtkspark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.cli.CapturedConsole;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrphanPurgeTest {

  private final FakeUpkeep upkeep = new FakeUpkeep();
  private CapturedConsole captured = new CapturedConsole();

  @BeforeEach
  void storeTwoOrphans() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("_dtk_datapoints", 1440L);
    counts.put("_dtk_detections", 0L);
    counts.put("_dtk_tasks", 1L);
    upkeep.rows.put("old_name", counts);
    upkeep.rows.put("cpu", counts);
    upkeep.rows.put("gone", Map.of("_dtk_tasks", 0L));
  }

  @Test
  void dryRunCountsRowsAndDeletesNothing() {
    assertEquals(ExitCodes.OK, purge(Set.of("cpu"), false, false));
    assertEquals(
        """
        Found 2 metric(s) in the database with no YAML in the project:

          ┌─ gone
          └─ (no rows)
          ┌─ old_name
          │   _dtk_datapoints: 1,440 row(s)
          └─ _dtk_tasks: 1 row(s)

        Re-run with --execute to purge these metrics.
        """,
        captured.out());
    assertEquals(List.of(), upkeep.deleted);
  }

  @Test
  void executeAsksAndYesPurges() {
    captured = new CapturedConsole(Terminal.NONE, "y\n");
    assertEquals(ExitCodes.OK, purge(Set.of("cpu"), true, false));
    assertEquals(List.of("gone", "old_name"), upkeep.deleted);
    assertTrue(captured.out().contains("Permanently delete all data for 2 metric(s)? [y/N]: "));
    assertTrue(captured.out().endsWith("Done. Purged 2 of 2 orphaned metric(s).\n"));
  }

  @Test
  void withoutAnAnswerNothingIsDeleted() {
    assertEquals(ExitCodes.OK, purge(Set.of("cpu"), true, false));
    assertEquals(List.of(), upkeep.deleted);
    assertTrue(captured.out().endsWith("Aborted.\n"));
  }

  @Test
  void yesSkipsTheQuestion() {
    assertEquals(ExitCodes.OK, purge(Set.of("cpu"), true, true));
    assertEquals(List.of("gone", "old_name"), upkeep.deleted);
  }

  @Test
  void aProjectWithoutMetricsIsNotPurgedUnlessMeant() {
    captured = new CapturedConsole(Terminal.NONE, "y\n");
    assertEquals(ExitCodes.FAILED, purge(Set.of(), true, false));
    assertEquals(List.of(), upkeep.deleted);
    assertTrue(captured.err().startsWith("Error: refusing to purge"), captured.err());
    assertEquals(ExitCodes.OK, purge(Set.of(), true, true));
    assertEquals(List.of("cpu", "gone", "old_name"), upkeep.deleted);
  }

  @Test
  void oneFailureDoesNotStopTheRest() {
    upkeep.broken = "gone";
    assertEquals(ExitCodes.FAILED, purge(Set.of("cpu"), true, true));
    assertEquals(List.of("old_name"), upkeep.deleted);
    assertTrue(captured.err().contains("  ✗ gone: connection lost\n"));
  }

  @Test
  void nothingOrphanedSaysSo() {
    assertEquals(ExitCodes.OK, purge(Set.of("cpu", "gone", "old_name"), true, true));
    assertEquals("No orphaned metrics — database matches the project.\n", captured.out());
  }

  private int purge(Set<String> configured, boolean execute, boolean confirmed) {
    return new OrphanPurge(upkeep, captured.console()).run(configured, execute, confirmed);
  }
}

package io.dtkspark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.autotune.AutotuneSettings.Strategy;
import io.dtkspark.autotune.Decision.Stage;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.cli.CapturedConsole;
import io.dtkspark.cli.CommandLineRun;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.Shell;
import io.dtkspark.cli.Terminal;
import io.dtkspark.cli.TestProject;
import io.dtkspark.config.DetectorIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code dtk autotune} on a project on disk; the search always takes the default mad. */
class AutotuneCommandTest {

  private static final String MAD = DetectorIdentity.hash("SHA-256", "MADDetector@v3[]");

  @TempDir private Path root;
  private TestProject project;
  private CapturedConsole console = new CapturedConsole();
  private final List<TuningInput> seen = new ArrayList<>();

  @BeforeEach
  void storePoints() {
    project = TestProject.create(root);
    project.writeMetric("cpu", "");
    project.writeMetric("idle", "enabled: false\n");
    project.writeMetric("empty", "");
    assertEquals(
        ExitCodes.OK, CommandLineRun.in(root, "run", "-s", "cpu", "--steps", "detect").exitCode());
    project.sql(
        "INSERT INTO detectkit._dtk_datapoints SELECT 'cpu', t, hash(t) % 9, '{}', 3600, '', now()"
            + " FROM range(TIMESTAMP '2024-01-01', TIMESTAMP '2024-01-05', INTERVAL 1 HOUR) r(t)");
  }

  @Test
  void tunesWritesAndSaysHow() throws Exception {
    assertEquals(ExitCodes.OK, dtk("-s", "cpu"), console.err());
    String out = console.out();
    assertTrue(out.contains("Tuning metric: cpu\n  Config file: metrics/cpu.yml\n"), out);
    assertTrue(
        out.contains("  Training on: 96 points from 2024-01-01 00:00:00 to 2024-01-04 23:00:00\n"),
        out);
    assertTrue(out.contains("  Labels: none (unsupervised)\n"), out);
    assertTrue(out.contains("  ┌─ GRID SEARCH\n  │   took the default\n  │   and kept it\n"), out);
    assertTrue(out.contains("  │   Score: 0.500 (folds: 0.25 0.75)\n"), out);
    assertTrue(out.contains("Done. 1 metric(s): 1 tuned in "), out);
    String id = project.value("SELECT run_id FROM detectkit._dtk_autotune_runs");
    assertTrue(out.contains("  └─ Run it: dtk run --select cpu__tuned_" + id + "\n"), out);
    String text = Files.readString(root.resolve("metrics/cpu__tuned_" + id + ".yml"));
    assertEquals(
        text, project.value("SELECT generated_config_text FROM detectkit._dtk_autotune_runs"));
    assertEquals("96", project.value("SELECT count(*) FROM detectkit._dtk_detections"));
    CommandLineRun run =
        CommandLineRun.in(root, "run", "-s", "cpu__tuned_" + id, "--to", "2024-01-02", "--strict");
    assertEquals(ExitCodes.OK, run.exitCode(), run.err());
  }

  @Test
  void oneJsonLineTellsHowEveryMetricEnded() {
    assertEquals(ExitCodes.FAILED, dtk("-s", "*", "--json"));
    String line = console.out();
    assertEquals(1, line.lines().count(), line);
    assertTrue(line.contains("\"command\": \"autotune\", \"project\": \"demo\""), line);
    assertTrue(
        line.contains("{\"name\": \"cpu\", \"status\": \"success\", \"reason\": null"), line);
    assertTrue(line.contains("\"detector_type\": \"mad\", \"detector_params\": {}"), line);
    assertTrue(line.contains("\"detector_id\": \"" + MAD + "\""), line);
    assertTrue(line.contains("{\"name\": \"idle\", \"status\": \"skipped\""), line);
    assertTrue(line.contains("{\"name\": \"empty\", \"status\": \"failed\""), line);
    assertTrue(
        line.contains(
            "\"totals\": {\"metrics\": 3, \"succeeded\": 1, \"failed\": 1, \"skipped\": 1},"
                + " \"exit_code\": 1}"),
        line);
    assertTrue(console.err().contains("  ✗ empty: no datapoints to train on"), console.err());
  }

  @Test
  void dryRunKeepsNothing() {
    assertEquals(ExitCodes.OK, dtk("-s", "cpu", "--dry-run"));
    assertTrue(console.out().contains("  └─ Dry run: nothing stored, no file written\n"));
    assertEquals("0", project.value("SELECT count(*) FROM detectkit._dtk_autotune_runs"));
  }

  @Test
  void optionsReachTheSearch() {
    project.write("labels.yml", "[{at: '2024-01-03 05:00:00'}]");
    assertEquals(
        ExitCodes.OK,
        dtk(
            "-s",
            "cpu",
            "--incidents",
            "labels.yml",
            "--scoring",
            "f1",
            "--from",
            "2024-01-02",
            "--to",
            "2024-01-04",
            "--search",
            "full",
            "--max-candidates",
            "7",
            "--budget",
            "10min"),
        console.err());
    TuningInput input = seen.get(0);
    assertEquals(48, input.series().size());
    assertEquals(1, input.labels().positives());
    assertEquals("f1", input.settings().scoring().key());
    assertEquals(Strategy.FULL, input.settings().strategy());
    assertEquals(7, input.settings().maxCandidates());
    assertEquals(Optional.of(Duration.ofMinutes(10)), input.settings().budget());
    assertTrue(console.out().contains("  Labels: labels.yml\n"), console.out());
  }

  @Test
  void wrongOptionsAreRefused() {
    assertEquals(ExitCodes.USAGE, dtk());
    assertEquals(ExitCodes.USAGE, dtk("-s", "cpu", "--from", "today"));
    assertEquals(ExitCodes.USAGE, dtk("-s", "cpu", "--search", "random"));
    assertEquals(ExitCodes.USAGE, dtk("-s", "cpu", "--budget", "soon"));
    assertEquals(ExitCodes.USAGE, dtk("-s", "cpu", "--max-candidates", "0"));
    assertEquals(ExitCodes.FAILED, dtk("-s", "cpu", "--scoring", "accuracy"));
    assertTrue(console.err().contains("scoring metric \"accuracy\" does not exist"));
    assertEquals(ExitCodes.FAILED, dtk("-s", "nothing"));
    assertEquals(List.of(), seen);
  }

  @Test
  void incidentsAreAskedForAtATerminal() {
    answer("y\n2024-01-02\n2024-01-02 03:00:00\nnever\n\n2024-01-03 05:00:00\n\n\n");
    assertEquals(ExitCodes.OK, dtk("-s", "cpu"), console.err());
    assertEquals(5, seen.get(0).labels().positives());
    assertTrue(console.err().contains("not taken: input:1: at: got \"never\""), console.err());
    assertTrue(console.out().contains("  Labels: 2 incident(s) typed in\n"), console.out());
  }

  @Test
  void noAnswerMeansNoLabels() {
    answer("\n");
    assertEquals(ExitCodes.OK, dtk("-s", "cpu"), console.err());
    assertTrue(console.out().contains("  Labels: none (unsupervised)\n"), console.out());
  }

  @Test
  void savedLabelsAreOfferedAtATerminal() {
    project.write("incidents/cpu/a.yml", "[{at: '2024-01-02'}]");
    project.write("incidents/cpu/b.yml", "[{start: '2024-01-02', end: '2024-01-03'}]");
    answer("1\n");
    assertEquals(ExitCodes.OK, dtk("-s", "cpu"), console.err());
    assertTrue(console.out().contains("    2) b.yml  (newest)\n"), console.out());
    answer("\n");
    assertEquals(ExitCodes.OK, dtk("-s", "cpu"), console.err());
    assertEquals(List.of(1, 25), seen.stream().map(input -> input.labels().positives()).toList());
  }

  private void answer(String input) {
    console = new CapturedConsole(new Terminal(true, false, false, false, 80), input);
  }

  private int dtk(String... arguments) {
    Shell shell = new Shell(console.console(), root, Map.of());
    AutotuneCommand command =
        new AutotuneCommand(shell, options -> AutotuneCommandTest.this::defaultMad);
    CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((wrong, all) -> ExitCodes.USAGE);
    return line.execute(arguments);
  }

  private TuningResult defaultMad(TuningInput input, DecisionLog log) {
    seen.add(input);
    log.add(Stage.GRID_SEARCH, "took the default");
    log.add(Stage.GRID_SEARCH, "and kept it");
    return new TuningResult(
        Optional.empty(),
        "mad",
        Map.of(),
        MAD,
        0.5,
        List.of(0.25, 0.75),
        Optional.empty(),
        List.of(MAD),
        log.decisions());
  }
}

package io.dtkspark.autotune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.autotune.AutotuneSettings.Overrides;
import io.dtkspark.autotune.AutotuneSettings.Strategy;
import io.dtkspark.config.AutotuneConfig;
import io.dtkspark.config.ConfigWarnings;
import io.dtkspark.config.Project;
import io.dtkspark.config.Recorded;
import io.dtkspark.config.python.PythonRepr;
import io.dtkspark.error.DtkException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutotuneSettingsTest {

  @TempDir private Path root;

  @Test
  void commandLineWinsOverBlockAndBlockOverDefaultsAsInTheOriginal() {
    assertEquals(
        List.of(),
        Recorded.differences(
            "/io/dtkspark/autotune/settings.tsv",
            2,
            row -> {
              AutotuneConfig block = block(row[1]);
              try {
                return shown(AutotuneSettings.of(scoring(row[0]), block));
              } catch (DtkException e) {
                return Recorded.ERROR;
              }
            }));
  }

  private static String shown(AutotuneSettings settings) {
    return PythonRepr.of(
        Arrays.asList(
            settings.scoring().key(),
            settings.beta(),
            settings.detectorTypes(),
            settings.seasonalityCandidates(),
            settings.forceSeasonality(),
            settings.fixedParams(),
            settings.folds(),
            settings.stabilityLambda(),
            settings.maxHistory(),
            settings.maxCandidates()));
  }

  @Test
  void whatTheOriginalDoesNotHaveComesFromTheCommandLine() {
    Overrides overrides =
        new Overrides(
            Optional.empty(), Strategy.FULL, Optional.of(7), Optional.of(Duration.ofMinutes(5)));
    AutotuneSettings settings = AutotuneSettings.of(overrides, AutotuneConfig.DEFAULT);
    assertEquals(Strategy.FULL, settings.strategy());
    assertEquals(7, settings.maxCandidates());
    assertEquals(Optional.of(Duration.ofMinutes(5)), settings.budget());
    AutotuneSettings plain = AutotuneSettings.of(Overrides.NONE, AutotuneConfig.DEFAULT);
    assertEquals(Strategy.COORDINATE, plain.strategy());
    assertEquals(Optional.empty(), plain.budget());
  }

  @Test
  void unknownScoringMetricIsNamedWithThoseThereAre() {
    DtkException e =
        assertThrows(
            DtkException.class,
            () -> AutotuneSettings.of(scoring("accuracy"), AutotuneConfig.DEFAULT));
    assertTrue(e.getMessage().contains("\"accuracy\""), e.getMessage());
    assertTrue(e.getMessage().contains("mcc, f1, f_beta, balanced_accuracy"), e.getMessage());
  }

  private static Overrides scoring(String name) {
    return new Overrides(
        Optional.of(name), Strategy.COORDINATE, Optional.empty(), Optional.empty());
  }

  private AutotuneConfig block(String yaml) {
    LabelFolder folder = new LabelFolder(root);
    folder.write("detectkit_project.yml", "{name: p, default_profile: a}");
    folder.write("metrics/m.yml", "{name: m, interval: 1h, query: q, autotune: " + yaml + "}");
    return Project.open(root, Map.of(), ConfigWarnings.collecting()).select("m").get(0).autotune();
  }
}

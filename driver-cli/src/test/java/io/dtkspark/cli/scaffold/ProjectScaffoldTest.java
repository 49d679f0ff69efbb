package io.dtkspark.cli.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectScaffoldTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

  @ParameterizedTest
  @EnumSource(DatabaseType.class)
  void everyDatabaseGetsTheSameFilesWithoutPlaceholders(DatabaseType type) {
    Map<String, String> files = ProjectScaffold.files("shop", type, TODAY);
    assertEquals(
        Set.of(
            "detectkit_project.yml",
            "profiles.yml",
            "README.md",
            ".gitignore",
            "metrics/.gitkeep",
            "metrics/example_cpu_usage.yml",
            "incidents/example_cpu_usage.yml",
            "sql/.gitkeep"),
        files.keySet());
    files.forEach((name, text) -> assertFalse(text.matches("(?s).*@[a-z_]+@.*"), name));
    assertTrue(files.get("profiles.yml").contains("    type: " + type + "\n"));
  }

  @Test
  void theExampleEndsWithTheDayBeforeAndItsIncidentsAreInTheQuery() {
    Map<String, String> files = ProjectScaffold.files("shop", DatabaseType.DUCKDB, TODAY);
    String metric = files.get("metrics/example_cpu_usage.yml");
    assertTrue(metric.contains("loading_start_time: \"2026-03-01 00:00:00\""));
    assertTrue(metric.contains("BETWEEN TIMESTAMP '2026-03-21 14:00:00' AND"), metric);
    assertTrue(
        files.get("incidents/example_cpu_usage.yml").contains("at: \"2026-03-27 09:10:00\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "-x", "a\"b", "a\nb", ".hidden", "a/b"})
  void namesThatAreNoDirectoryOrBreakTheFileAreRefused(String name) {
    assertThrows(DtkException.class, () -> ProjectScaffold.files(name, DatabaseType.DUCKDB, TODAY));
  }
}

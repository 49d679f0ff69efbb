package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricSelectorTest {

  @TempDir Path root;

  @BeforeEach
  void writeProjects() throws IOException {
    for (String[] row : Recorded.rows("selector-files.tsv")) {
      write(row[0] + "/detectkit_project.yml", "{name: p, default_profile: d}");
      write(row[0] + "/" + row[1], row[2]);
    }
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Project open(String tree, ConfigWarnings warnings) {
    return Project.open(root.resolve(tree), Map.of(), warnings);
  }

  private Project open(String tree) {
    return open(tree, ConfigWarnings.collecting());
  }

  @Test
  void selectorsFindTheFilesTheOriginalFinds() {
    assertEquals(
        List.of(), Recorded.differences("selectors.tsv", 2, row -> paths(open(row[0]), row[1])));
  }

  private String paths(Project project, String selector) {
    try {
      return project.select(selector).stream()
          .map(metric -> project.config().root().relativize(metric.file()).toString())
          .sorted()
          .collect(Collectors.joining(" "));
    } catch (DtkException e) {
      return Recorded.ERROR;
    }
  }

  @Test
  void metricsAreSortedByPathComponents() {
    List<String> names =
        open("clean").select("api*/**/l*.yml").stream().map(MetricConfig::name).toList();
    assertEquals(List.of("latency", "latency2"), names);
  }

  @Test
  void sharedNameIsAnErrorNamingBothFiles() {
    DtkException e = assertThrows(DtkException.class, () -> open("mixed").select("tag:dup"));
    assertTrue(
        e.getMessage()
            .startsWith(
                """
                Duplicate metric name 'same' found:
                  - metrics/broken/dup1.yml
                  - metrics/broken/dup2.yml
                """),
        e.getMessage());
    assertTrue(e.getMessage().contains("Please rename one of the metrics"), e.getMessage());
  }

  @Test
  void searchSkipsFilesItCannotReadWithAWarning() {
    ConfigWarnings warnings = ConfigWarnings.collecting();
    open("mixed", warnings).select("tag:infra");
    List<String> files =
        warnings.all().stream()
            .filter(ConfigWarning.Remark.class::isInstance)
            .map(ConfigWarning::file)
            .toList();
    assertEquals(
        List.of("metrics/broken/bad.yml", "metrics/broken/list.yml", "metrics/broken/number.yml"),
        files);
  }

  @Test
  void fileOfThatNameComesBeforeAMetricOfThatName() throws IOException {
    write("clean/metrics/cpu_usage.yaml", "{name: impostor, query: q, interval: 60}");
    assertEquals("impostor", open("clean").select("cpu_usage").get(0).name());
  }

  @Test
  void linkedDirectoriesAreEnteredByNameOnly() throws IOException {
    Path target = root.resolve("clean/elsewhere");
    Files.createSymbolicLink(root.resolve("clean/metrics/link"), target);
    Project project = open("clean");
    assertEquals(List.of(), project.select("y"));
    assertEquals("metrics/link/y.yml", paths(project, "link/*.yml"));
    assertEquals("metrics/link/y.yml", paths(project, "l*/y.yml"));
  }

  @Test
  void projectWithoutMetricsHasNone() throws IOException {
    Path empty = Files.createDirectory(root.resolve("empty"));
    Files.writeString(empty.resolve("detectkit_project.yml"), "{name: p, default_profile: d}");
    Project project = Project.open(empty, Map.of(), ConfigWarnings.collecting());
    for (String selector : List.of("*", "cpu", "tag:critical", "api/*")) {
      assertEquals(List.of(), project.select(selector));
    }
  }
}

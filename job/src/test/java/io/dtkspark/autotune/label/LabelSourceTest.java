package io.dtkspark.autotune.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.autotune.LabelFolder;
import io.dtkspark.config.AutotuneConfig;
import io.dtkspark.config.ConfigWarnings;
import io.dtkspark.config.IncidentLabels;
import io.dtkspark.config.Project;
import io.dtkspark.error.DtkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which labels count. Every file's incident is in a year of its own, which tells them apart. */
class LabelSourceTest {

  private static final String INLINE = "{incidents: [{at: '2003-01-01'}]}";

  @TempDir private Path root;
  private LabelFolder folder;

  @BeforeEach
  void writeFiles() {
    folder = new LabelFolder(root);
    folder.write("detectkit_project.yml", "{name: p, default_profile: a}");
    folder.write("option.yml", "[{at: '2001-01-01'}]");
    folder.write("block.json", "{\"incidents\": [{\"at\": \"2002-01-01\"}]}");
  }

  @Test
  void commandLineComesFirst() {
    writeSaved();
    assertEquals("2001 option.yml", found("option.yml", "{labels_file: block.json}"));
    assertEquals("2001 option.yml", found("option.yml", INLINE));
    String absolute = root.resolve("option.yml").toString();
    assertEquals("2001 option.yml", found(absolute, INLINE));
  }

  @Test
  void filesOfTheMetricComeBeforeSavedOnes() {
    writeSaved();
    assertEquals("2002 block.json", found("", "{labels_file: block.json}"));
    assertEquals("2003 1 incident(s) of the metric's autotune block", found("", INLINE));
  }

  @Test
  void savedLabelsAreFoundAndTheLastByNameCounts() {
    writeSaved();
    folder.write("incidents/cpu/z.txt", "not labels");
    folder.write("incidents/cpu/zz.yml/x.yml", "[{at: '1999-01-01'}]");
    folder.write("incidents/ram/z.yml", "[{at: '1999-01-01'}]");
    assertEquals("2005 incidents/cpu/cpu-b.yaml", found("", "{}"));
    assertEquals("2005 incidents/cpu/cpu-b.yaml", found("incidents/cpu", "{}"));
    assertEquals("2005 incidents/cpu/cpu-b.yaml", found("", "{labels_file: incidents/cpu/}"));
  }

  @Test
  void withoutAnyLabelsTheSearchIsUnsupervised() throws IOException {
    assertEquals("none (unsupervised)", find("", "{}", Optional.empty()).origin());
    Files.createDirectories(root.resolve("incidents/cpu"));
    assertEquals("none (unsupervised)", find("", "{incidents: []}", Optional.empty()).origin());
  }

  @Test
  void whoeverIsAtTheTerminalChoosesAmongSavedFilesAndIsAskedWhenThereAreNone() {
    Optional<LabelPrompt> first = Optional.of(new FirstOne());
    LabelSource.Found typed = find("", "{}", first);
    assertEquals("1 incident(s) typed in", typed.origin());
    assertEquals("2009", year(typed));
    writeSaved();
    assertEquals("2004", year(find("", "{}", first)));
    assertEquals("2004", year(find("incidents/cpu", "{}", first)));
  }

  @Test
  void filesThatWereAskedForMustExist() {
    assertFails("no/such.yml: there is no such labels file", "no/such.yml");
    folder.write("empty/readme.txt", "");
    assertFails("labels directory empty has no .yml, .yaml or .json file", "empty");
    assertFails("is no path", "a\0b");
  }

  @Test
  void everyWrongFileIsNamedWithLineAndKey() {
    assertWrong("labels.yml:1: the file is empty", "");
    assertWrong("labels.yml:1: got \"x\"; expected a mapping with 'incidents'", "x");
    assertWrong("labels.yml:2: incidents: got \"x\"; expected a list", "\nincidents: x");
    assertWrong("labels.yml:1: metric: got \"ram\"; expected \"cpu\"", "{metric: ram}");
    assertWrong("timezone: got \"Mars\"; expected a time zone", "{timezone: Mars}");
    assertWrong("labels.yml:1: [0]: expected 'at' for a point", "[{start: '2024-01-01'}]");
    assertWrong("[0].at: got \"today\"; expected a time", "[{at: today}]");
    assertWrong(
        "[0].start: got \"2024-01-02\"; expected a time up to the end, \"2024-01-01\"",
        "[{start: '2024-01-02', end: '2024-01-01'}]");
    assertWrong("alert_reviews[0].end: missing", "{alert_reviews: [{start: '2024-01-02'}]}");
    assertWrong("the text is not valid YAML", "incidents: [");
  }

  private void writeSaved() {
    folder.write("incidents/cpu/cpu-a.json", "[{\"at\": \"2004-01-01\"}]");
    folder.write("incidents/cpu/cpu-b.yaml", "[{at: '2005-01-01'}]");
  }

  private String found(String option, String block) {
    LabelSource.Found found = find(option, block, Optional.empty());
    return year(found) + " " + found.origin();
  }

  private static String year(LabelSource.Found found) {
    return found.labels().incidents().get(0).span().start().toString().substring(0, 4);
  }

  private LabelSource.Found find(String option, String block, Optional<LabelPrompt> prompt) {
    LabelSource source = new LabelSource(root, folder.reader(), prompt);
    return source.find("cpu", Optional.of(option), block(block));
  }

  private AutotuneConfig block(String yaml) {
    folder.write("metrics/cpu.yml", "{name: cpu, interval: 1h, query: q, autotune: " + yaml + "}");
    return Project.open(root, Map.of(), ConfigWarnings.collecting())
        .select("cpu")
        .get(0)
        .autotune();
  }

  private void assertFails(String part, String option) {
    DtkException e = assertThrows(DtkException.class, () -> find(option, "{}", Optional.empty()));
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }

  private void assertWrong(String part, String labels) {
    DtkException e = assertThrows(DtkException.class, () -> folder.labels(labels));
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }

  private final class FirstOne implements LabelPrompt {
    @Override
    public Path choose(List<Path> files) {
      return files.get(0);
    }

    @Override
    public IncidentLabels ask() {
      return new IncidentLabels(
          List.of(folder.reader().typed("2009-01-01", Optional.empty())), List.of(), List.of());
    }
  }
}

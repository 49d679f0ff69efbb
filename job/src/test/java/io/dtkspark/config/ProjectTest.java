package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

  @TempDir Path root;

  @BeforeEach
  void writeProject() throws IOException {
    Files.writeString(root.resolve("detectkit_project.yml"), "name: p\ndefault_profile: d\n");
  }

  @Test
  void projectIsFoundUpToNineLevelsUp() throws IOException {
    Path nine = Files.createDirectories(root.resolve("1/2/3/4/5/6/7/8/9"));
    assertEquals(Optional.of(root), Project.findRoot(root));
    assertEquals(Optional.of(root), Project.findRoot(nine));
    assertEquals(Optional.empty(), Project.findRoot(nine.resolve("10")));
    assertEquals(root, Project.open(nine, Map.of(), ConfigWarnings.strict()).config().root());
  }

  @Test
  void directoryOutsideAProjectIsAnError(@TempDir Path outside) {
    DtkException e =
        assertThrows(
            DtkException.class, () -> Project.open(outside, Map.of(), ConfigWarnings.collecting()));
    assertEquals(ErrorCode.CONFIG, e.code());
    assertTrue(e.getMessage().startsWith("no detectkit_project.yml here"), e.getMessage());
  }

  @Test
  void environmentIsFilledIntoValuesOfProfilesOnly() throws IOException {
    Files.writeString(
        root.resolve("profiles.yml"),
        """
        profiles:
          d: {type: clickhouse, port: "${PORT}", password: "{{ env_var('PW') }}", user: "${NOPE}",
              internal_database: a, data_database: b, settings: {deep: "x${PW}"}}
        """);
    Files.createDirectory(root.resolve("metrics"));
    Files.writeString(root.resolve("metrics/m.yml"), "{name: m, interval: 60, query: \"${PW}\"}");
    Project project =
        Project.open(root, Map.of("PORT", "9000", "PW", "s3"), ConfigWarnings.strict());
    Profile profile = project.profiles().state(Optional.of("d"));
    assertEquals(8123, profile.port());
    assertEquals("s3", profile.password());
    assertEquals("${NOPE}", profile.user());
    assertEquals(Map.of("deep", "xs3"), profile.settings());
    assertEquals(Optional.of("${PW}"), project.select("m").get(0).query());
  }

  @Test
  void wrongVariableIsReportedWithoutItsValue() throws IOException {
    Files.writeString(
        root.resolve("profiles.yml"), "profiles:\n  d: {type: mysql, port: \"${PW}\"}\n");
    Project project = Project.open(root, Map.of("PW", "hunter2"), ConfigWarnings.strict());
    DtkException e = assertThrows(DtkException.class, project::profiles);
    assertEquals(
        "profiles.yml:2: profiles.d.port: got \"${PW}\"; expected a whole number from 1 to 65535",
        e.getMessage());
  }

  @Test
  void profilesFileIsRequiredWhenItIsAskedFor() {
    Project project = Project.open(root, Map.of(), ConfigWarnings.strict());
    DtkException e = assertThrows(DtkException.class, project::profiles);
    assertTrue(e.getMessage().startsWith("profiles.yml not found"), e.getMessage());
  }

  @Test
  void filesThatAreNoUtf8AreErrors() throws IOException {
    Files.createDirectory(root.resolve("metrics"));
    Files.write(root.resolve("metrics/m.yml"), "name: été".getBytes(StandardCharsets.ISO_8859_1));
    Project project = Project.open(root, Map.of(), ConfigWarnings.strict());
    DtkException e = assertThrows(DtkException.class, () -> project.select("m"));
    assertEquals("metrics/m.yml: the file is not UTF-8; save it as UTF-8", e.getMessage());
  }

  @Test
  void selectingTwiceWarnsOnce() throws IOException {
    Files.createDirectory(root.resolve("metrics"));
    Files.writeString(root.resolve("metrics/m.yml"), "{name: m, interval: 60, query: q, tag: x}");
    ConfigWarnings warnings = ConfigWarnings.collecting();
    Project project = Project.open(root, Map.of(), warnings);
    assertEquals(project.select("m"), project.select("*"));
    assertEquals(
        List.of(new ConfigWarning.UnknownKey("metrics/m.yml", 1, "tag", "tags")), warnings.all());
  }
}

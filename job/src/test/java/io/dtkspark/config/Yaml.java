package io.dtkspark.config;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Configuration from a text instead of a file. */
final class Yaml {

  static final Path ROOT = Path.of("/project");

  private Yaml() {}

  static ConfigNode node(String yaml) {
    return node("metrics/m.yml", yaml, false);
  }

  static ConfigNode node(String file, String yaml, boolean secret) {
    return new ConfigFile(ROOT.resolve(file), file, secret).parse(yaml, UnaryOperator.identity());
  }

  static MetricConfig metric(String yaml) {
    return MetricReader.read(node(yaml), ConfigWarnings.collecting());
  }

  static ProjectConfig project(String yaml) {
    ConfigNode node = node("detectkit_project.yml", yaml, false);
    return ProjectReader.read(ROOT, node, ConfigWarnings.collecting());
  }

  static Profiles profiles(String yaml) {
    return profiles(yaml, ConfigWarnings.collecting());
  }

  static Profiles profiles(String yaml, ConfigWarnings warnings) {
    return Profiles.read(node("profiles.yml", yaml, true), ROOT, warnings);
  }

  static DetectorConfig detector(String type, String params) {
    String yaml = "type: " + type + "\nparams: " + params + "\n";
    return ConfiguredDetector.read(node(yaml), ConfigWarnings.strict());
  }
}

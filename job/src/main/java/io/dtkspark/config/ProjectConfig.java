package io.dtkspark.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code detectkit_project.yml}, checked.
 *
 * @param root directory of the file; relative paths of the project start here
 * @param metricsTable name of the mirror table, {@code _dtk_metrics} by default
 * @param alerts messages about failed runs, and where messages are explained
 */
public record ProjectConfig(
    Path root,
    String name,
    String metricsTable,
    Optional<Long> loadingDelaySeconds,
    Optional<String> sourceProfile,
    ProjectAlerts alerts) {

  /** A project that says nothing about messages. */
  public ProjectConfig(
      Path root,
      String name,
      String metricsTable,
      Optional<Long> loadingDelaySeconds,
      Optional<String> sourceProfile) {
    this(root, name, metricsTable, loadingDelaySeconds, sourceProfile, ProjectAlerts.DEFAULT);
  }
}

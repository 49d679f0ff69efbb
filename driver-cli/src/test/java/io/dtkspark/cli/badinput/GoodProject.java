package io.dtkspark.cli.badinput;

import io.dtkspark.cli.TestProject;
import java.nio.file.Path;

/** The project that every bad input starts from: it works, and it holds secrets. */
final class GoodProject {

  /** Part of every password and token; no output may ever contain it. */
  static final String SECRET = "sesame";

  /** {@code metrics/cpu.yml}, five lines. */
  static final String METRIC =
      """
      name: cpu
      interval: 1h
      loading_start_time: "2024-01-01 00:00:00"
      query: SELECT TIMESTAMP '2024-01-01' AS timestamp, 1 AS value
      detectors: [{type: mad}]
      """;

  static final String PROFILES =
      """
      default_profile: dev
      profiles:
        dev: {type: duckdb, path: state.duckdb}
        cloud: {type: snowflake, account: a, user: u, password: sesame1}
        house:
          type: clickhouse
          host: 127.0.0.1
          port: 1
          password: sesame2
          internal_database: internal
          data_database: data
        lake: {type: duckdb, path: "md:lake", motherduck_token: sesame3}
      alert_channels:
        ops: {type: slack, webhook_url: "https://hooks.example/sesame4"}
      """;

  private GoodProject() {}

  static TestProject create(Path root) {
    TestProject project = new TestProject(root);
    project.write("detectkit_project.yml", "name: demo\ndefault_profile: dev\n");
    project.write("profiles.yml", PROFILES);
    project.write("metrics/cpu.yml", METRIC);
    return project;
  }
}

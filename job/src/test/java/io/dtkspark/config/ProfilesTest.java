package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfilesTest {

  private static final String TWO =
      """
      default_profile: dev
      profiles:
        dev: {type: duckdb, path: db/state.duckdb}
        prod:
          type: clickhouse
          host: db.example.com
          port: 9000
          user: dtk
          password: hunter2
          internal_database: dtk
          data_database: raw
          settings: {max_threads: 4, ratio: 0.00001, flag: yes, name: x, none: null}
        cloud: {type: bigquery, project: p}
      """;

  @Test
  void duckdbPathStartsAtTheProjectRoot() {
    Profile dev = Yaml.profiles(TWO).state(Optional.empty());
    assertEquals("/project/db/state.duckdb", dev.path());
    assertEquals("detectkit", dev.internalLocation());
    assertEquals("main", dev.dataLocation());
    assertFalse(dev.readOnly());
  }

  @Test
  void pathsThatAreNoFilesAreKept() {
    for (String path : List.of(":memory:", "md:sales", "s3://bucket/x.duckdb", "/abs/x", "~/x")) {
      assertEquals(path, duckdb("path: '" + path + "'").path());
    }
    assertEquals("/x.duckdb", duckdb("path: ../x.duckdb").path());
  }

  @Test
  void everyConnectionKeyIsRead() {
    Profile prod = Yaml.profiles(TWO).state(Optional.of("prod"));
    assertEquals(
        new Profile(
            "prod",
            "clickhouse",
            "db.example.com",
            8123,
            "dtk",
            "hunter2",
            null,
            null,
            false,
            "dtk",
            "raw",
            Map.of("max_threads", "4", "ratio", "1e-05", "flag", "true", "name", "x")),
        prod);
  }

  @Test
  void nativePortsOfClickHouseStandForItsHttpPorts() {
    assertEquals("8123 {}", clickhouse("port: 9000"));
    assertEquals("8443 {secure=true}", clickhouse("port: 9440"));
    assertEquals("18123 {}", clickhouse("port: 18123"));
    assertEquals("8443 {secure=true}", clickhouse("port: 8443"));
  }

  @Test
  void httpPortOfClickHouseWins() {
    assertEquals("9000 {}", clickhouse("port: 9001, http_port: 9000"));
    assertEquals("18443 {secure=true}", clickhouse("port: 9440, http_port: 18443"));
    assertEquals("8443 {secure=false}", clickhouse("port: 8443, settings: {secure: no}"));
    DtkException e =
        assertThrows(DtkException.class, () -> clickhouse("port: 9000, http_port: 70000"));
    assertTrue(e.getMessage().contains("http_port"), e.getMessage());
  }

  @Test
  void httpPortIsAKeyOfClickHouseOnly() {
    ConfigWarnings warnings = ConfigWarnings.collecting();
    Yaml.profiles("profiles: {a: {type: duckdb, path: x, http_port: 1}}", warnings);
    assertEquals(1, warnings.all().size());
  }

  /** The port and the settings. */
  private static String clickhouse(String keys) {
    String yaml =
        "profiles: {a: {type: clickhouse, internal_database: i, data_database: d, " + keys + "}}";
    Profile profile = Yaml.profiles(yaml).state(Optional.of("a"));
    return profile.port() + " " + profile.settings();
  }

  @Test
  void serverDefaultsAreThoseOfTheOriginal() {
    Profile profile =
        Yaml.profiles(
                "profiles: {a: {type: mysql, port: 1, internal_database: i, data_database: d}}")
            .source("a");
    assertEquals("localhost", profile.host());
    assertEquals("default", profile.user());
    assertEquals("", profile.password());
    assertNull(profile.database());
  }

  @Test
  void sourceOnlyProfileCannotHoldState() {
    DtkException e = failure(TWO, "cloud");
    assertTrue(e.getMessage().startsWith("profiles.yml:13: profiles.cloud: "), e.getMessage());
    assertTrue(e.getMessage().contains("clickhouse, duckdb, mariadb, mysql, postgres"));
    assertEquals("bigquery", Yaml.profiles(TWO).source("cloud").type());
  }

  @Test
  void unknownProfileListsTheOthers() {
    assertEquals(
        "profiles.yml has no profile 'test'; there are cloud, dev, prod",
        failure(TWO, "test").getMessage());
  }

  @Test
  void noDefaultProfileIsAnErrorOnlyWithoutAName() {
    Profiles profiles = Yaml.profiles("profiles: {a: {type: duckdb, path: x}}");
    assertEquals("a", profiles.state(Optional.of("a")).name());
    DtkException e = assertThrows(DtkException.class, () -> profiles.state(Optional.empty()));
    assertTrue(e.getMessage().contains("default_profile: missing"), e.getMessage());
  }

  @Test
  void whatAUsedProfileNeedsIsCheckedOnUse() {
    String yaml =
        """
        profiles:
          duck: {type: duckdb}
          pg: {type: postgres, port: 1, internal_schema: a, data_schema: b}
          pg2: {type: postgres, port: 1, database: d, data_schema: b}
          ch: {type: clickhouse, port: 1, internal_database: a}
          my: {type: mysql, port: 1, internal_database: a, data_database: b}
        """;
    assertTrue(failure(yaml, "duck").getMessage().contains("path is missing"));
    assertTrue(failure(yaml, "pg").getMessage().contains("database is missing"));
    assertTrue(failure(yaml, "pg2").getMessage().contains("internal_schema is missing"));
    assertTrue(failure(yaml, "ch").getMessage().contains("data_database is missing"));
    assertEquals("my", Yaml.profiles(yaml).source("my").name());
  }

  @Test
  void unknownSourceProfilesAreNamedTogether() {
    MetricConfig first = metric("first", Optional.of("nope"));
    MetricConfig second = metric("second", Optional.empty());
    MetricConfig third = metric("third", Optional.of("dev"));
    ProjectConfig project =
        new ProjectConfig(Yaml.ROOT, "p", "t", Optional.empty(), Optional.of("gone"));
    Profiles profiles = Yaml.profiles(TWO);
    DtkException e =
        assertThrows(
            DtkException.class,
            () -> profiles.checkSources(project, List.of(second, first, third)));
    assertEquals(
        "source_profile is not in profiles.yml: first -> 'nope', second -> 'gone'; there are"
            + " cloud, dev, prod",
        e.getMessage());
    profiles.checkSources(project, List.of(third));
  }

  private static MetricConfig metric(String name, Optional<String> source) {
    return MetricConfig.builder(name, new Interval(60, "60")).sourceProfile(source).build();
  }

  @Test
  void motherduckTokenBecomesASettingUnlessItIsOne() {
    Map<String, String> token = Map.of("motherduck_token", "t1");
    assertEquals(token, duckdb("path: 'md:x', motherduck_token: t1").settings());
    assertEquals(
        token,
        duckdb("path: 'md:x', motherduck_token: t0, settings: {motherduck_token: t1}").settings());
    assertEquals(Map.of(), duckdb("path: x, motherduck_token: t1").settings());
  }

  @Test
  void passwordIsNotShown() {
    Profile prod = Yaml.profiles(TWO).state(Optional.of("prod"));
    assertFalse(prod.toString().contains("hunter2"));
  }

  @Test
  void settingsThatAreNoSingleValuesAreLeftOutWithAWarning() {
    ConfigWarnings warnings = ConfigWarnings.collecting();
    Profiles profiles =
        Yaml.profiles("profiles: {a: {type: duckdb, path: x, settings: {ssl: {ca: y}}}}", warnings);
    assertEquals(Map.of(), profiles.state(Optional.of("a")).settings());
    assertEquals(1, warnings.all().size());
  }

  private static Profile duckdb(String keys) {
    return Yaml.profiles("profiles: {a: {type: duckdb, " + keys + "}}").state(Optional.of("a"));
  }

  private static DtkException failure(String yaml, String name) {
    return assertThrows(DtkException.class, () -> Yaml.profiles(yaml).state(Optional.of(name)));
  }
}

package io.dtkspark.cli.badinput;

import java.util.stream.Stream;

/** {@code profiles.yml} that is absent or wrong, and profiles that do not fit their use. */
class ProfilesTest extends Refusals {

  private static final String FILE = "profiles.yml";

  @Override
  Stream<BadInput> badInputs() {
    return Stream.of(file(), dev(), use()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> file() {
    return Stream.of(
        BadInput.of("no profiles.yml").without(FILE).says("profiles.yml not found", "beside"),
        profiles("").says("profiles.yml:1: the file is empty"),
        profiles("- dev\n").says("profiles.yml:1: got a list; expected a mapping"),
        profiles("default_profile: dev\n").says("profiles.yml:1: profiles: missing"),
        profiles("profiles: {}\n").says("profiles.yml", "default_profile", "there are none"),
        profiles("profiles:\n  a: {type: duckdb, path: x}\n").says("default_profile", "are a"),
        profiles("profiles: {a: {type: duckdb, path: x}}\ndefault_profile: b\n")
            .says("profiles.yml:2: default_profile: got \"b\"; expected one of the profiles: a"),
        profiles("profiles:\n  a: sesame\n").says(":2: profiles.a: got a value that is not shown"),
        profiles("profiles:\n  a: {password: %sesame}\n").says("profiles.yml:2: ", "not valid"),
        profiles("profiles:\n\ta: {type: duckdb}\n").says("profiles.yml:2: ", "not tabs"));
  }

  private static Stream<BadInput> dev() {
    return Stream.of(
        dev("{path: state.duckdb}").says("profiles.yml:3: profiles.dev.type: missing", "duckdb"),
        dev("{type: oracle}").says(":3: profiles.dev.type: got \"oracle\"; expected one of"),
        dev("{type: duckdb}").says(":3: profiles.dev: path is missing"),
        dev("{type: duckdb, path: ''}").says(":3: profiles.dev: path is missing"),
        dev("{type: duckdb, path: 5}").says(":3: profiles.dev.path: got a value", "expected text"),
        dev("{type: duckdb, path: '${DTK_UNSET}'}").says(":3: ", "path", "DTK_UNSET: not set"),
        dev("{type: duckdb, path: \"{{ env_var('DTK_UNSET') }}.duckdb\"}")
            .says("path", "DTK_UNSET", "not set"),
        dev("{type: duckdb, path: s.duckdb, read_only: often}").says("read_only: got \"often\""),
        dev("{type: duckdb, path: s.duckdb, settings: [a]}").says("settings: got a list"),
        dev("{type: duckdb, path: s.duckdb, settings: {no_such: sesame}}")
            .says("profile 'dev'", "no_such"),
        dev("{type: duckdb, path: s.duckdb, settings: {threads: sesame}}")
            .says("profile 'dev'", "threads"),
        dev("{type: mysql, password: sesame}").says(":3: profiles.dev.port: missing"),
        dev("{type: mysql, port: 70000}").says("profiles.dev.port: got 70000", "to 65535"),
        dev("{type: postgres, port: 5432}").says(":3: profiles.dev: database is missing"));
  }

  private static Stream<BadInput> use() {
    return Stream.of(
        withState("absent").says("no profile 'absent'", "cloud, dev, house, lake"),
        withState("cloud").says(":4: ", "snowflake can only be a source_profile", "duckdb"),
        withState("house").says("house (clickhouse 127.0.0.1:1)", "cannot be reached"),
        withState("lake").says("profile 'lake'", "MotherDuck", "use a local DuckDB file"),
        dev("{type: postgres, port: 1, database: d, internal_schema: i, data_schema: d}")
            .says("dev (postgres localhost:1)", "refused"),
        dev("{type: mysql, port: 1, internal_database: i, data_database: d, password: sesame}")
            .says("dev (mysql localhost:1)", "Communications link failure"),
        BadInput.metricWith("source_profile: absent").says("cpu -> 'absent'", "there are cloud"),
        BadInput.of("a source profile without a path")
            .file(FILE, GoodProject.PROFILES.replace("md:lake", ""))
            .file("metrics/cpu.yml", GoodProject.METRIC + "source_profile: lake\n")
            .says("profiles.lake: path is missing, which duckdb needs"));
  }

  private static BadInput withState(String profile) {
    return BadInput.command("run -s cpu --profile " + profile);
  }

  private static BadInput profiles(String yaml) {
    return BadInput.of("'" + yaml.strip().replace("\n", " | ") + "'").file(FILE, yaml);
  }

  private static BadInput dev(String profile) {
    return BadInput.of("dev: " + profile)
        .file(FILE, "default_profile: dev\nprofiles:\n  dev: " + profile + "\n");
  }
}

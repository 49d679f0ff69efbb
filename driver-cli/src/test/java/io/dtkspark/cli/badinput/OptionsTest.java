package io.dtkspark.cli.badinput;

import java.util.stream.Stream;

/** Options that make no sense, each on a project that works. */
class OptionsTest extends Refusals {

  @Override
  Stream<BadInput> badInputs() {
    return Stream.of(spelling(), dates(), spark()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> spelling() {
    return Stream.of(
        BadInput.command("run").isUsage("'--select=SELECTOR'"),
        BadInput.command("run -s").isUsage("--select"),
        BadInput.command("run -s cpu --stepps load").isUsage("--stepps", "--steps"),
        BadInput.command("run -s cpu --steps load,fly").isUsage("'fly' is no step", "detect"),
        BadInput.of("no steps").calling("run", "-s", "cpu", "--steps", "").isUsage("'' is no step"),
        BadInput.command("run -s cpu cpu2").isUsage("'cpu2'"),
        BadInput.command("rum -s cpu").isUsage("'rum'", "did you mean 'run'?"));
  }

  private static Stream<BadInput> dates() {
    String form = "YYYY-MM-DD or 'YYYY-MM-DD HH:MM:SS' (UTC)";
    return Stream.of(
        BadInput.command("run -s cpu --from yesterday").isUsage("--from", "'yesterday'", form),
        BadInput.command("run -s cpu --to 2024-02-30").isUsage("--to", "'2024-02-30'", form),
        BadInput.command("run -s cpu --to 2024-01-01T00:00").isUsage("'2024-01-01T00:00'", form),
        BadInput.of("25 o'clock")
            .calling("run", "-s", "cpu", "--from", "2024-01-01 25:00:00")
            .isUsage("'2024-01-01 25:00:00'", form),
        BadInput.command("run -s cpu --from 2024-02-01 --to 2024-01-01")
            .isUsage("--from", "--to is earlier: 2024-01-01"));
  }

  private static Stream<BadInput> spark() {
    return Stream.of(
        BadInput.command("run -s cpu --chunk-rows 0").isUsage("--chunk-rows", "'0'", "1 to"),
        BadInput.command("run -s cpu --chunk-rows 99999999").isUsage("'99999999'", "9999999"),
        BadInput.command("run -s cpu --source-connections x").isUsage("'x' is no count"),
        master("spark://nowhere:1").says("profile 'dev'", "DuckDB", "spark://nowhere:1", "local"),
        master("yarn").says("profile 'dev'", "DuckDB", "'yarn'", "use a local master"),
        master("nonsense://x").isUsage("--master", "'nonsense://x'", "local[*]"),
        master("local[0]").isUsage("--master", "'local[0]'", "N from 1"),
        master("local[").isUsage("--master", "'local['", "N from 1"),
        master("local[two]").isUsage("--master", "'local[two]'", "N from 1"));
  }

  private static BadInput master(String url) {
    return BadInput.command("run -s cpu --master " + url);
  }
}

package io.dtkspark.cli.badinput;

import java.util.stream.Stream;

/** Keys of a metric that are missing, of the wrong type, out of range or unknown. */
class MetricKeysTest extends Refusals {

  @Override
  Stream<BadInput> badInputs() {
    return Stream.of(missing(), wrong(), unknown()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> missing() {
    return Stream.of(
        metric("interval: 1h\nquery: q\n").says("metrics/cpu.yml:1: name: missing"),
        metric("name: cpu\nquery: q\n").says("metrics/cpu.yml:1: interval: missing", "10min"),
        metric("name: cpu\ninterval: 1h\n").says("metrics/cpu.yml:1: query: missing", "query_file"),
        metric("metric:\n  name: cpu\n  query: q\n").says(":1: metric.interval: missing"));
  }

  private static Stream<BadInput> wrong() {
    return Stream.of(
        metric("name: 42\ninterval: 1h\nquery: q\n").says(":1: name: got 42; expected text (quote"),
        metric("name: a/b\ninterval: 1h\nquery: q\n").says(":1: name: got \"a/b\"", "digits"),
        metric("name: cpu\ninterval: [1h]\nquery: q\n").says(":2: interval: got a list"),
        metric("name: cpu\ninterval: 1h\nquery: 7\n").says(":3: query: got 7; expected text"),
        line("query_file: a.sql").says(": query_file: query is set as well; keep one"),
        line("loading_batch_size: 0").says(": loading_batch_size: got 0", "from 1 to 1000000"),
        line("loading_batch_size: lots").says(": loading_batch_size: got \"lots\"", "from 1 to"),
        line("loading_delay: soon").says(": loading_delay: got \"soon\"", "\"10min\""),
        line("seasonality_columns: [minute]").says(": seasonality_columns[0]: got \"minute\""),
        line("seasonality_columns: [hour, hour]").says("'hour' stands there twice; remove one"),
        line("tags: []").says(": tags: the list is empty"),
        line("tags: critical").says(": tags: got \"critical\"; expected a list"),
        line("enabled: maybe").says(": enabled: got \"maybe\"; expected true or false"),
        line("source_profile: 5").says(": source_profile: got 5; expected text"),
        line("query_columns: [t, v]").says(": query_columns: got a list; expected a mapping"),
        line("alerting: {direction: sideways}").says(": alerting.direction: got \"sideways\""),
        line("alerting: {consecutive_anomalies: 0}").says("got 0; expected a whole number, at"),
        line("alerting: {channels: ops}").says(": alerting.channels: got \"ops\"; expected a list"),
        line("false_alert_budget: 30").says(": false_alert_budget: got 30", "0.3 is 30%"),
        line("detectors: mad").says(": detectors: got \"mad\"; expected a list"),
        line("detectors: [{params: {}}]").says(": detectors[0].type: missing", "mad"),
        line("detectors: [{type: madd}]").says(": detectors[0].type: got \"madd\"", "mad"),
        line("detectors: [{type: mad, params: {1: 2}}]").says("the key 1 is not text; quote it"));
  }

  private static Stream<BadInput> unknown() {
    String[] strictRun = {"run", "-s", "*", "--strict"};
    return Stream.of(
        line("detecters: []").calling(strictRun).says(":6: unknown key 'detecters'", "'detectors'"),
        line("alerting: {chanels: []}").calling(strictRun).says("'alerting.chanels'", "'channels'"),
        BadInput.of("unknown key of the project")
            .file("detectkit_project.yml", "name: demo\ndefault_profile: dev\ntimeout: {}\n")
            .calling(strictRun)
            .says("detectkit_project.yml:3: unknown key 'timeout'", "'timeouts'"),
        BadInput.of("unknown key of a profile")
            .file("profiles.yml", GoodProject.PROFILES.replace("path: state", "pth: x, path: s"))
            .calling(strictRun)
            .says("profiles.yml:3: unknown key 'profiles.dev.pth'", "'path'"));
  }

  private static BadInput line(String yaml) {
    return BadInput.metricWith(yaml);
  }

  private static BadInput metric(String yaml) {
    return BadInput.of(yaml.strip().replace("\n", " | ")).file("metrics/cpu.yml", yaml);
  }
}

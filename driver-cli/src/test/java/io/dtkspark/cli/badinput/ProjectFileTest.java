package io.dtkspark.cli.badinput;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** {@code detectkit_project.yml} that is absent or wrong. */
class ProjectFileTest extends Refusals {

  private static final String FILE = "detectkit_project.yml";

  @Override
  Stream<BadInput> badInputs() {
    return Stream.of(
        BadInput.of("no project")
            .without(FILE)
            .says("no detectkit_project.yml here", "dtk init <name>"),
        project("").says(FILE + ":1: the file is empty", "default_profile"),
        project("- demo\n").says(FILE + ":1: got a list; expected a mapping"),
        project("name: demo\n").says(FILE + ":1: default_profile: missing", "profiles.yml"),
        project("default_profile: dev\n").says(FILE + ":1: name: missing"),
        project("name: demo!\ndefault_profile: dev\n").says(FILE + ":1: name: got \"demo!\""),
        project("name: [demo\n").says(FILE + ":2: the text is not valid YAML"),
        line("version: 1.0").says(FILE + ":3: version: got 1.0; expected text (quote it)"),
        line("timeouts: {load: 0}").says(": timeouts.load: got 0", "from 1 to 86400"),
        line("alert_help_url: example.com").says(": alert_help_url: ", "http://"),
        line("error_alerting: {channels: ops}").says(": error_alerting.channels: got \"ops\""),
        line("tables: {metrics: 5}").says(FILE + ":3: tables.metrics: got 5; expected text"),
        line("loading_delay: [1h]").says(FILE + ":3: loading_delay: got a list"),
        line("source_profile: absent").says("source_profile", "cpu -> 'absent'", "cloud, dev"),
        BadInput.of("a Latin-1 project file")
            .file(FILE, "name: Zürich\n".getBytes(StandardCharsets.ISO_8859_1))
            .says(FILE + ": the file is not UTF-8; save it as UTF-8"));
  }

  private static BadInput project(String yaml) {
    return BadInput.of("'" + yaml.strip().replace("\n", " | ") + "'").file(FILE, yaml);
  }

  private static BadInput line(String yaml) {
    return BadInput.of(yaml).file(FILE, "name: demo\ndefault_profile: dev\n" + yaml + "\n");
  }
}

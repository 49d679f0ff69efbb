package io.dtkspark.cli.badinput;

import java.util.stream.Stream;

/** Selectors that select nothing, or are none. */
class SelectorsTest extends Refusals {

  @Override
  Stream<BadInput> badInputs() {
    return Stream.of(
        BadInput.command("run -s absent").says("No metrics found matching selector: absent"),
        BadInput.command("run -s tag:absent").says("No metrics found matching selector: tag:abs"),
        BadInput.command("run -s tag:").says("No metrics found matching selector: tag:"),
        BadInput.command("run -s api/*.yml").says("No metrics found matching selector: api/*.yml"),
        BadInput.command("run -s metrics/cpu.txt").says("No metrics found matching selector: metr"),
        BadInput.command("run -s a**b").says("selector 'metrics/a**b'", "'**' must stand alone"),
        BadInput.command("run -s [*").says("No metrics found matching selector: [*"),
        BadInput.command("run -s ../outside/*").says("No metrics found matching selector: ../out"),
        BadInput.of("an empty selector").calling("run", "-s", "").says("No metrics found matching"),
        BadInput.of("NUL in a selector").calling("run", "-s", "a\0b").says("No metrics found"),
        BadInput.of("NUL in a path").calling("run", "-s", "a/\0*").says("No metrics found"),
        BadInput.of("no metrics directory").without("metrics/cpu.yml").without("metrics").says("*"),
        BadInput.command("run -s * --exclude cpu").says("--exclude takes out all"),
        BadInput.command("run -s * --exclude **x/*").says("selector 'metrics/**x/*'"),
        BadInput.command("unlock -s absent").says("No metrics found matching selector: absent"),
        BadInput.command("clean -s absent").says("No metrics found matching selector: absent"));
  }
}

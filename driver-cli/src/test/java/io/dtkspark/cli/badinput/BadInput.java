package io.dtkspark.cli.badinput;

import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.TestProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is wrong with an otherwise working project or with a command line, and what the
 * refusal must say. It is called on the project of {@link GoodProject} after its files were
 * changed.
 */
final class BadInput {

  /** Changes the project before the command is called. */
  @FunctionalInterface
  interface Change {
    void apply(Path root) throws IOException;
  }

  private final String name;
  private final List<Change> changes = new ArrayList<>();
  private List<String> command = List.of("run", "-s", "*");
  private int exitCode = ExitCodes.FAILED;
  private List<String> says = List.of();

  private BadInput(String name) {
    this.name = name;
  }

  static BadInput of(String name) {
    return new BadInput(name);
  }

  /** The working metric with one more line of YAML, its sixth. */
  static BadInput metricWith(String line) {
    return of(line).file("metrics/cpu.yml", GoodProject.METRIC + line + "\n");
  }

  /** A command line, split at spaces, that no change to the project precedes. */
  static BadInput command(String words) {
    return of("dtk " + words).calling(words.split(" "));
  }

  BadInput file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  BadInput file(String path, byte[] bytes) {
    return given(
        root -> {
          Files.createDirectories(root.resolve(path).getParent());
          Files.write(root.resolve(path), bytes);
        });
  }

  BadInput without(String path) {
    return given(root -> Files.delete(root.resolve(path)));
  }

  BadInput given(Change change) {
    changes.add(change);
    return this;
  }

  BadInput calling(String... words) {
    command = List.of(words);
    return this;
  }

  /** Exit code 1 and an error with all these parts. */
  BadInput says(String... parts) {
    says = List.of(parts);
    return this;
  }

  /** Exit code 2 and an error with all these parts: the command line itself is wrong. */
  BadInput isUsage(String... parts) {
    exitCode = ExitCodes.USAGE;
    return says(parts);
  }

  TestProject project(Path root) {
    TestProject project = GoodProject.create(root);
    for (Change change : changes) {
      try {
        change.apply(root);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return project;
  }

  String[] words() {
    return command.toArray(String[]::new);
  }

  int exitCode() {
    return exitCode;
  }

  List<String> parts() {
    return says;
  }

  @Override
  public String toString() {
    return name;
  }
}

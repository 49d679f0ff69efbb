package io.dtkspark.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts {@code dtk} as a process of its own, with the class path and JVM options of the tests. */
final class DtkProcess {

  private DtkProcess() {}

  /** Starts a command in {@code directory}; both output streams go to {@code log}. */
  static Process start(Path directory, Path log, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!option.startsWith("-agentlib") && !option.startsWith("-javaagent")) {
        command.add(option);
      }
    }
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** Runs a command to its end and expects exit code 0. */
  static void succeed(Path directory, Path log, String... arguments)
      throws IOException, InterruptedException {
    int exit = start(directory, log, arguments).waitFor();
    if (exit != 0) {
      throw new AssertionError(
          "exit code " + exit + ":\n" + Files.readString(log, StandardCharsets.UTF_8));
    }
  }
}

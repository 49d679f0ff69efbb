package io.dtkspark.run;

import io.dtkspark.run.TestProject.Range;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of a {@link TestProject} in a process of its own, which can be killed. */
final class RunProcess {

  private RunProcess() {}

  /** Starts a run up to {@code to}; output goes to {@code run.log} in the project. */
  static Process start(Path root, long to) throws IOException {
    Path temporary = Files.createDirectories(root.resolve("tmp"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!option.startsWith("-agentlib") && !option.startsWith("-javaagent")) {
        command.add(option);
      }
    }
    // A killed process leaves what it unpacked: it goes with the project.
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(RunProcess.class.getName());
    command.add(root.toString());
    command.add(Long.toString(to));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(root.resolve("run.log").toFile())
        .start();
  }

  public static void main(String[] arguments) {
    TestProject project = TestProject.at(Path.of(arguments[0]));
    // Few rows in a chunk: publications are frequent, so that kills meet some of them.
    project.run("local[2]", 500, Range.until(Long.parseLong(arguments[1])));
  }
}

package io.dtkspark.browser;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs a script of this module's tests in Node.js with the compiled kernels and some cases. */
final class NodeProcess {

  private static final Path SCRIPTS = Path.of("src", "test", "js");

  private final Path folder;

  /**
   * @param folder where the files that go to the script and come back are written
   */
  NodeProcess(Path folder) {
    this.folder = folder;
  }

  /** Scores the cases; all columns of all cases, one after the other. */
  DoubleBuffer score(List<ScoringCase> cases) {
    Path output = folder.resolve("output.bin");
    run("score.js", cases, output.toString());
    try {
      return doubles(ByteBuffer.wrap(Files.readAllBytes(output)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a script; what it prints. */
  String run(String script, List<ScoringCase> cases, String... arguments) {
    try {
      write(cases);
      List<String> command =
          new ArrayList<>(
              List.of("node", SCRIPTS.resolve(script).toString(), kernels(), folder.toString()));
      command.addAll(List.of(arguments));
      File printed = folder.resolve("printed.txt").toFile();
      Process process =
          start(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed));
      int exitCode = process.waitFor();
      String text = Files.readString(printed.toPath());
      if (exitCode != 0) {
        throw new AssertionError(script + " failed in Node.js:\n" + text);
      }
      return text;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where the build put the module, among the classes. */
  private static String kernels() {
    try {
      return Path.of(KernelExports.class.getResource("kernels.js").toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Process start(ProcessBuilder command) {
    try {
      return command.start();
    } catch (IOException e) {
      throw new AssertionError(
          "Node.js 18 or newer must be on the PATH, it runs the kernels compiled to JavaScript; "
              + "on Debian: apt-get install nodejs",
          e);
    }
  }

  private void write(List<ScoringCase> cases) throws IOException {
    Files.writeString(
        folder.resolve("cases.json"),
        cases.stream().map(ScoringCase::json).collect(Collectors.joining(",\n", "[", "]")));
    List<double[]> inputs = cases.stream().map(ScoringCase::input).toList();
    ByteBuffer bytes =
        ByteBuffer.allocate(inputs.stream().mapToInt(input -> input.length).sum() * Double.BYTES);
    DoubleBuffer doubles = doubles(bytes);
    inputs.forEach(doubles::put);
    Files.write(folder.resolve("input.bin"), bytes.array());
  }

  /** Typed arrays have the byte order of the machine, which is little-endian wherever Node runs. */
  private static DoubleBuffer doubles(ByteBuffer bytes) {
    return bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
  }
}

package io.dtkspark.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a command finds around it when it is called.
 *
 * @param directory where relative paths of the command line start
 * @param environment variables that profiles may refer to
 */
public record Shell(Console console, Path directory, Map<String, String> environment) {

  /** What this process was called from. */
  static Shell ofProcess() {
    return new Shell(Console.ofProcess(), Path.of("").toAbsolutePath(), System.getenv());
  }
}

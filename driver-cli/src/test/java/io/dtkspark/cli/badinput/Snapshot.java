package io.dtkspark.cli.badinput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All files below a directory.
 *
 * @param files length and hash of the content by path; directories are empty texts
 */
record Snapshot(Map<String, String> files) {

  static Snapshot of(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.toList()) {
        files.put(root.relativize(path).toString(), content(path));
      }
    }
    return new Snapshot(files);
  }

  private static String content(Path path) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return "";
    }
    byte[] bytes = Files.readAllBytes(path);
    return bytes.length + " bytes, hash " + Arrays.hashCode(bytes);
  }
}

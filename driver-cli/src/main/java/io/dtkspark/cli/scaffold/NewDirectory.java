package io.dtkspark.cli.scaffold;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes a directory of files that appears whole or not at all: the files go to a hidden neighbour
 * first, which is then renamed.
 */
public final class NewDirectory {

  private NewDirectory() {}

  /**
   * Creates {@code target} with the files.
   *
   * @param files text by path relative to {@code target}, with {@code /}
   * @throws DtkException CONFIG when the target exists and is not an empty directory, or cannot be
   *     written
   */
  public static void create(Path target, Map<String, String> files) {
    Path parent = target.toAbsolutePath().normalize().getParent();
    Path building = parent.resolve(".dtk-init-" + ProcessHandle.current().pid());
    try {
      refuseExisting(target);
      Files.createDirectories(parent);
      try {
        Files.createDirectory(building);
        write(building, files);
        Files.move(building, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(building);
      }
    } catch (IOException e) {
      throw new DtkException(
          ErrorCode.CONFIG, "cannot create the directory '" + target + "': " + e, e);
    }
  }

  private static void refuseExisting(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      try (Stream<Path> content = Files.list(target)) {
        if (content.findAny().isEmpty()) {
          return;
        }
      }
    }
    if (Files.exists(target)) {
      throw new DtkException(
          ErrorCode.CONFIG, "'" + target + "' already exists; choose another name or --target-dir");
    }
  }

  private static void write(Path directory, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  /** Removes what is left of a failed attempt; after a success there is nothing. */
  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(directory)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}

package io.dtkspark.config;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.json.CodePointOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The metric files of a project: {@code .yml} and {@code .yaml} files below {@code metrics/}, apart
 * from those with a hidden part in their path ({@code metrics/.history} holds old versions). Each
 * file is read once.
 */
final class MetricFiles {

  /** By path components, so that a directory sorts before its neighbours' longer names. */
  private static final Comparator<Path> ORDER =
      (a, b) -> {
        int common = Math.min(a.getNameCount(), b.getNameCount());
        for (int i = 0; i < common; i++) {
          String left = a.getName(i).toString();
          int order = CodePointOrder.COMPARATOR.compare(left, b.getName(i).toString());
          if (order != 0) {
            return order;
          }
        }
        return Integer.compare(a.getNameCount(), b.getNameCount());
      };

  private final Path root;
  private final Path directory;
  private final Map<Path, ConfigNode> read = new HashMap<>();

  MetricFiles(Path root) {
    this.root = root;
    this.directory = root.resolve("metrics");
  }

  /** All metric files, sorted. */
  List<Path> all() {
    return matching("metrics/**/*");
  }

  /** The metric files a path pattern relative to the project's root selects, sorted. */
  List<Path> matching(String pattern) {
    try {
      return PathGlob.find(root, pattern).stream()
          .filter(this::isMetricFile)
          .sorted(ORDER)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new DtkException(
          ErrorCode.CONFIG, "selector '" + pattern + "' is no path pattern: " + e.getMessage());
    } catch (IOException e) {
      throw new DtkException(ErrorCode.CONFIG, "metrics/ cannot be read: " + e.getMessage(), e);
    }
  }

  /** The file directly in {@code metrics/} that is called {@code name}. */
  Optional<Path> named(String name) {
    for (String extension : List.of(".yml", ".yaml")) {
      try {
        Path file = directory.resolve(name + extension);
        if (Files.exists(file)) {
          return Optional.of(file);
        }
      } catch (InvalidPathException noFileName) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  boolean exist() {
    return Files.exists(directory);
  }

  ConfigNode read(Path file) {
    return read.computeIfAbsent(file, f -> ConfigFile.of(root, f, false).read());
  }

  /** The file as messages name it. */
  String name(Path file) {
    return ConfigFile.of(root, file, false).name();
  }

  private boolean isMetricFile(Path file) {
    String name = file.getFileName().toString();
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    Path below = directory.relativize(file);
    return yaml
        && StreamSupport.stream(below.spliterator(), false)
            .noneMatch(part -> part.toString().startsWith("."));
  }
}

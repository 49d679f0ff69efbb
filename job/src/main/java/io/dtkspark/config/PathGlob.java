package io.dtkspark.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files matching a path pattern, as {@code pathlib.Path.glob} of Python 3.11 finds them: {@code **}
 * stands for any number of directories and does not follow symbolic links, hidden files are not
 * special, directories that may not be read are skipped.
 */
final class PathGlob {

  private final List<String> components;
  private final Set<Path> found = new LinkedHashSet<>();

  private PathGlob(List<String> components) {
    this.components = components;
  }

  /**
   * The files under {@code root} that match.
   *
   * @throws IllegalArgumentException when {@code **} is part of a longer component
   */
  static Set<Path> find(Path root, String pattern) throws IOException {
    List<String> components =
        Stream.of(pattern.split("/", -1)).filter(c -> !c.isEmpty() && !c.equals(".")).toList();
    for (String component : components) {
      if (component.contains("**") && !component.equals("**")) {
        throw new IllegalArgumentException("'**' must stand alone between slashes");
      }
    }
    PathGlob glob = new PathGlob(components);
    // A slash at the end asks for directories.
    if (!pattern.endsWith("/")) {
      glob.visit(root, 0);
    }
    return glob.found;
  }

  private void visit(Path path, int next) throws IOException {
    if (next == components.size()) {
      if (Files.isRegularFile(path)) {
        found.add(path);
      }
      return;
    }
    String component = components.get(next);
    if (component.equals("**")) {
      visit(path, next + 1);
      for (Path child : children(path)) {
        if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          visit(child, next);
        }
      }
    } else if (FileNamePattern.hasWildcard(component)) {
      FileNamePattern names = new FileNamePattern(component);
      for (Path child : children(path)) {
        if (names.matches(child.getFileName().toString())) {
          visit(child, next + 1);
        }
      }
    } else {
      visit(path.resolve(component), next + 1);
    }
  }

  private static List<Path> children(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList();
    } catch (AccessDeniedException notReadable) {
      return List.of();
    }
  }
}

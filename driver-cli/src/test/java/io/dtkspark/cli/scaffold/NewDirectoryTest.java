package io.dtkspark.cli.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewDirectoryTest {

  @TempDir private Path temporary;

  @Test
  void writesFilesAndMissingParents() throws IOException {
    Path target = temporary.resolve("deep/er/project");
    NewDirectory.create(target, Map.of("a.txt", "ä", "sub/b.txt", ""));
    assertEquals("ä", Files.readString(target.resolve("a.txt")));
    assertTrue(Files.exists(target.resolve("sub/b.txt")));
    assertEquals(List.of("project"), names(target.getParent()));
  }

  @Test
  void anEmptyDirectoryMayBeThere() throws IOException {
    Path target = Files.createDirectory(temporary.resolve("project"));
    NewDirectory.create(target, Map.of("a.txt", "x"));
    assertEquals(List.of("a.txt"), names(target));
  }

  @Test
  void aDirectoryWithContentIsLeftAlone() throws IOException {
    Path target = Files.createDirectory(temporary.resolve("project"));
    Files.writeString(target.resolve("mine.txt"), "mine");
    DtkException refusal =
        assertThrows(DtkException.class, () -> NewDirectory.create(target, Map.of("a.txt", "x")));
    assertTrue(refusal.getMessage().contains("already exists"), refusal.getMessage());
    assertEquals(List.of("mine.txt"), names(target));
  }

  @Test
  void aFailureHalfWayLeavesNothing() throws IOException {
    Path target = temporary.resolve("project");
    // "a" would have to be a file and a folder.
    Map<String, String> impossible = new java.util.LinkedHashMap<>();
    impossible.put("a", "file");
    impossible.put("a/b", "file");
    assertThrows(DtkException.class, () -> NewDirectory.create(target, impossible));
    assertEquals(List.of(), names(temporary));
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> content = Files.list(directory)) {
      return content.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}

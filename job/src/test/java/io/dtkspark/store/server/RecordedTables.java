package io.dtkspark.store.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that detectkit makes on a server, as the server described them when they were
 * recorded: columns, types, defaults, keys and indexes.
 *
 * @param dialect begins the names of the recording and of the file with its queries
 */
public record RecordedTables(String dialect) {

  /** What was recorded. */
  public List<String> lines() {
    return read(".txt").lines().toList();
  }

  /** The tables of a database in the same form. */
  public List<String> describe(ServerTestDatabase database) {
    String location = database.profile().internalLocation().replace("'", "''");
    List<String> lines = new ArrayList<>();
    for (String query : read(".sql").split(";", -1)) {
      if (!query.isBlank()) {
        lines.addAll(database.query(query.replace("INTERNAL", location), row -> row.getString(1)));
      }
    }
    return lines;
  }

  private String read(String ending) {
    String name = "/store/" + dialect + "-tables" + ending;
    try (InputStream file = RecordedTables.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

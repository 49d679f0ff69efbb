package io.dtkspark.store;

import io.dtkspark.table.TargetTable;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Where one attempt at one chunk puts its rows until they are published. The name holds the
 * attempt, so a retried task never writes where another attempt wrote.
 *
 * @param table the table the rows are for
 * @param name unique per run, chunk and attempt: letters, digits and underscores, at most 60
 */
public record Staging(TargetTable table, String name) implements Serializable {

  /** What every database takes as the name of a table (PostgreSQL cuts at 63 bytes). */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,60}");

  public Staging {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name for a staging: " + name);
    }
  }
}

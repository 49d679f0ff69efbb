package io.dtkspark.store;

import io.dtkspark.table.TargetTable;
import java.io.Serializable;

/**
 * Where one attempt at one chunk puts its rows until they are published. The name holds the
 * attempt, so a retried task never writes where another attempt wrote.
 *
 * @param table the table the rows are for
 * @param name unique per run, chunk and attempt: letters, digits and underscores
 */
public record Staging(TargetTable table, String name) implements Serializable {}

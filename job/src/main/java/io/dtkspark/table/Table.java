package io.dtkspark.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A {@code _dtk_*} table as detectkit 0.67.2 defines it, whatever the database.
 *
 * @param columns in stored order
 * @param key names of the primary key's columns, in order
 * @param version of two rows with one key, the one with the newer version stays; empty = rows are
 *     replaced by delete and insert
 */
public record Table(String name, List<Column> columns, List<String> key, Optional<String> version) {

  public Table {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
    if (key.isEmpty() || !names.containsAll(key) || !names.containsAll(version.stream().toList())) {
      throw new IllegalArgumentException(name + ": key and version are columns of the table");
    }
  }

  /** The same table under another name. */
  public Table named(String otherName) {
    return new Table(otherName, columns, key, version);
  }

  public boolean isKey(Column column) {
    return key.contains(column.name());
  }

  static Builder builder(String name) {
    return new Builder(name);
  }

  /** Collects columns in order. */
  static final class Builder {
    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private List<String> key = List.of();
    private String version;

    private Builder(String name) {
      this.name = name;
    }

    Builder column(String columnName, ColumnKind kind) {
      columns.add(new Column(columnName, kind, false, false));
      return this;
    }

    Builder nullable(String columnName, ColumnKind kind) {
      columns.add(new Column(columnName, kind, true, false));
      return this;
    }

    Builder zeroByDefault(String columnName, ColumnKind kind) {
      columns.add(new Column(columnName, kind, false, true));
      return this;
    }

    Builder key(String... columnNames) {
      key = List.of(columnNames);
      return this;
    }

    Builder version(String columnName) {
      version = columnName;
      return this;
    }

    Table build() {
      return new Table(name, columns, key, Optional.ofNullable(version));
    }
  }
}

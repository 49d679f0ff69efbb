package io.dtkspark.store;

import io.dtkspark.config.Profile;
import io.dtkspark.table.Table;
import java.util.List;
import java.util.Map;

/** A database for one test, and a way to look at it that is not the store's. */
public interface TestDatabase extends AutoCloseable {

  Profile profile();

  /**
   * The table's rows in order of its key, each as "column=value, ..." of the given columns. Moments
   * read like {@code 2024-01-01 00:00:00}, NULL like {@code null}.
   */
  List<String> rows(Table table, String... columns);

  /** Inserts a row; moments as text. */
  void insert(Table table, Map<String, Object> row);

  @Override
  void close();
}

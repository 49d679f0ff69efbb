package io.dtkspark.store.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A statement and the arguments of its placeholders, in order. Whatever comes from a user or a
 * table is an argument; only names known to the program and quoted identifiers are text.
 *
 * @param arguments text, numbers, booleans or null; moments as epoch milliseconds
 */
public record Query(String text, List<Object> arguments) {

  public Query {
    arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
  }

  public static Query of(String text, Object... arguments) {
    return new Query(text, Arrays.asList(arguments));
  }

  /** This query followed by {@code next}. */
  public Query then(Query next) {
    List<Object> both = new ArrayList<>(arguments);
    both.addAll(next.arguments);
    return new Query(text + next.text, both);
  }

  public Query then(String more) {
    return new Query(text + more, arguments);
  }
}

package io.dtkspark.autotune.search;

import java.util.ArrayList;
import java.util.List;

/** Seasonality groupings as files have them: each component a column name or a list of them. */
final class Components {

  private Components() {}

  /** The columns of each component. */
  static List<List<String>> columns(List<Object> components) {
    return components.stream().map(Components::columnsOf).toList();
  }

  static List<String> allColumns(List<Object> components) {
    return columns(components).stream().flatMap(List::stream).toList();
  }

  /** The components and one more. */
  static List<Object> adding(List<Object> components, Object component) {
    List<Object> longer = new ArrayList<>(components);
    longer.add(component);
    return longer;
  }

  /** The components, the last of them split further by {@code column}. */
  static List<Object> mergingIntoLast(List<Object> components, String column) {
    int last = components.size() - 1;
    List<Object> columns = new ArrayList<>(columnsOf(components.get(last)));
    columns.add(column);
    return adding(components.subList(0, last), columns);
  }

  /** {@code hour, [day_of_week+hour]}, or {@code none}. */
  static String text(List<Object> components) {
    List<String> parts = new ArrayList<>();
    for (List<String> columns : columns(components)) {
      parts.add(columns.size() > 1 ? "[" + String.join("+", columns) + "]" : columns.get(0));
    }
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }

  private static List<String> columnsOf(Object component) {
    return component instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(component));
  }
}

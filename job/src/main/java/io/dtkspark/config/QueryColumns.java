package io.dtkspark.config;

import java.io.Serializable;
import java.util.List;

/**
 * Names of the result columns of a metric's query.
 *
 * @param timestamp default {@code timestamp}
 * @param value default {@code value}
 * @param seasonality columns that replace the built-in seasonality; empty = built-in
 */
public record QueryColumns(String timestamp, String value, List<String> seasonality)
    implements Serializable {

  public static final QueryColumns DEFAULT = new QueryColumns("timestamp", "value", List.of());
}

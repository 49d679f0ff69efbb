package io.dtkspark.source.template;

/** What stands behind a pipe. */
@FunctionalInterface
interface Filter {
  Object apply(Object value, Arguments arguments);
}

package io.dtkspark.source.template;

/** A value that can be called. */
@FunctionalInterface
interface Callable {
  Object call(Arguments arguments);
}

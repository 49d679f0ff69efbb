package io.dtkspark.source.jdbc;

/** A Python object that is no number, no moment and not JSON, such as a time span. */
public record Opaque(String text) {}

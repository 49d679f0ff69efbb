package io.dtkspark.source.jdbc;

/**
 * Python's Decimal: a metric's value like any number, but no timestamp, and refused as JSON.
 *
 * @param nearest the double it is rounded to
 */
public record Decimal(double nearest) {}

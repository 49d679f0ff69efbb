package io.dtkspark.source.jdbc;

/**
 * A column of a result.
 *
 * @param typeName the database's name of its type
 */
record ResultColumn(String name, String typeName, ColumnReader reader) {}

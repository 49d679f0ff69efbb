/**
 * Rows by way of the official Spark connector for ClickHouse, where it is on the class path; see
 * {@code docs/decisions/0008}. Nothing here is loaded without it: Spark's SQL classes, which it
 * needs, are not part of the embedded launcher.
 */
package io.dtkspark.store.clickhouse.connector;

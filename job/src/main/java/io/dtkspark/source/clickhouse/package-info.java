/** ClickHouse: the connection, which the state store uses too, and metrics read from it. */
package io.dtkspark.source.clickhouse;

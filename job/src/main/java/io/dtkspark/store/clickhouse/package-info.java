/** State in ClickHouse, which has no transactions; see {@code docs/decisions/0007}. */
package io.dtkspark.store.clickhouse;

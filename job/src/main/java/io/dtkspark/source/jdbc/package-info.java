/**
 * Rows of a query over JDBC as a metric's rows. An engine says with {@link
 * io.dtkspark.source.jdbc.ColumnTypes} what Python's driver for it, through which detectkit reads,
 * makes of each column; what detectkit makes of that is the same for all and is here.
 */
package io.dtkspark.source.jdbc;

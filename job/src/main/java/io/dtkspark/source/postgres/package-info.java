/** PostgreSQL: connections, and rows in its binary COPY format. */
package io.dtkspark.source.postgres;

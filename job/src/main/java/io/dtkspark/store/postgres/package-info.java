/** State in PostgreSQL: its SQL and its binary COPY. */
package io.dtkspark.store.postgres;

/**
 * State stores on database servers, which many processes use at once: a chunk of rows waits in a
 * table of its own until it is published, and {@code _dtk_stagings} says which of them are
 * complete. What differs between servers is a dialect and a way to write rows in bulk.
 */
package io.dtkspark.store.server;

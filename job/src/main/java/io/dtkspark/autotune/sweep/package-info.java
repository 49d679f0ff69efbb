/** The search on Spark: whole searches as tasks, or the detect passes of one search. */
package io.dtkspark.autotune.sweep;

/** The search for a metric's detector, what it looks at and what it gives: no Spark, no SQL. */
package io.dtkspark.autotune;

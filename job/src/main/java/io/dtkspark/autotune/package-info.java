/** The search for a metric's detector: pure, without Spark, SQL or files. */
package io.dtkspark.autotune;

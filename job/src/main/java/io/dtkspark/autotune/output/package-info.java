/** What a search leaves behind: a metric file and a row, as detectkit 0.67.2 writes them. */
package io.dtkspark.autotune.output;

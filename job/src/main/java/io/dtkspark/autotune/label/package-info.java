/** Which points of a series are known incidents, and who says so. */
package io.dtkspark.autotune.label;

/**
 * Statistics of windows that slide over a list of rows, each with a cost per row that hardly grows
 * with the window.
 *
 * <p>The same sources are compiled to JavaScript for the browser page: int words in bitmaps, no
 * {@code long} in loops, no {@code Math} beyond {@code sqrt}, {@code floor}, {@code ceil} and
 * {@code abs}, no formatting.
 */
package io.dtkspark.rolling;

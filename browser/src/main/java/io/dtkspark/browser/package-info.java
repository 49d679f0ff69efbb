/**
 * The kernels as the JavaScript module {@code kernels.js}: what a page calls, and nothing else.
 *
 * <pre>{@code
 * const series = kernels.series(epochMillis, values);          // two Float64Array
 * series.addComponent([hour, weekday]);                        // Int32Array codes per row
 * const rows = series.score({detector: "MANUAL_BOUNDS", lower: 0, upper: null,
 *                            inputType: "VALUES"}, [0, 0, values.length]);
 * rows.verdict[17], rows.upper[17]
 * }</pre>
 *
 * <p>Compiled by TeaVM in the same build; the classes here do not run on a JVM. They only hand over
 * arrays, without copying them: all arithmetic is in the kernel packages, which know nothing of
 * JavaScript.
 */
package io.dtkspark.browser;

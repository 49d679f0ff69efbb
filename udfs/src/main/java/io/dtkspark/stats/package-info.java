/**
 * Statistics over primitive arrays, free of any engine.
 *
 * <p>Results follow numpy 2.4 bit for bit (summation order, interpolation formula, stable ties), so
 * only {@code + - * /}, square roots and comparisons are used where bits matter, and never a fused
 * multiply-add. Nothing here allocates per call once its buffers have grown.
 */
package io.dtkspark.stats;

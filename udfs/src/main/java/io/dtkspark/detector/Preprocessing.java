package io.dtkspark.detector;

/**
 * The values a detector looks at: smoothed first, then turned into changes. Arrays are indexed by
 * the rows of the series; without any preprocessing they are the series itself.
 */
final class Preprocessing {

  private final Smoothing smoothing;
  private final InputType inputType;
  private final Smoother smoother;
  private double[] smoothedBuffer = new double[0];
  private double[] changesBuffer = new double[0];
  private double[] smoothed = smoothedBuffer;
  private double[] processed = changesBuffer;

  Preprocessing(Smoothing smoothing, InputType inputType) {
    this.smoothing = smoothing;
    this.inputType = inputType;
    this.smoother = new Smoother(smoothing);
  }

  /** Prepares rows {@code from} to {@code to - 1}, seeing no row outside of them. */
  void prepare(double[] values, int from, int to) {
    smoothed = values;
    if (smoothing.kind() != Smoothing.Kind.NONE) {
      smoothedBuffer = withRoom(smoothedBuffer, to);
      smoothed = smoothedBuffer;
      smoother.smooth(values, from, to, smoothed);
    }
    processed = smoothed;
    if (inputType.isChange()) {
      changesBuffer = withRoom(changesBuffer, to);
      processed = changesBuffer;
      InputTransform.changes(inputType, smoothed, from, to, processed);
    }
  }

  double[] smoothed() {
    return smoothed;
  }

  double[] processed() {
    return processed;
  }

  /**
   * The first row of a batch that has a processed value: a change needs the row before, and a batch
   * does not see what lies before its context.
   */
  int firstUsable(ScoringBatch batch) {
    return batch.contextFrom() + (inputType.isChange() ? 1 : 0);
  }

  private static double[] withRoom(double[] buffer, int rows) {
    return buffer.length >= rows ? buffer : new double[rows + rows / 2];
  }
}

package io.dtkspark.rolling;

/**
 * Sums with exponential weights, for windows in which no weight is cut off at 1000 half-lives.
 *
 * <p>Weights of the older part are those seen from the cut. Weights of the newer part are seen from
 * a horizon at most four half-lives ahead, which moves on when rows reach it; all sums so far decay
 * by one factor then. So nothing over- or underflows, and factors are multiplied seldom.
 */
final class ExponentialSums extends CutSums {

  private static final double HALF_LIVES_AHEAD = 4.0;

  private final WeightTable weights;
  private double[] olderPivots = new double[0];
  private double[] olderWeights = new double[0];
  private double[] olderSquares = new double[0];
  private double[] olderFirst = new double[0];
  private double[] olderSecond = new double[0];

  /** The horizon is {@code start + span}. */
  private int start;

  private int span;

  /** Rows that may be added before the pivot moves. */
  private int room;

  private double cutUnit;
  private double pivot;
  private double weight;
  private double squares;
  private double first;
  private double second;

  ExponentialSums(WeightTable weights) {
    this.weights = weights;
  }

  /** How far ahead of the row of the cut, or of the last horizon, the horizon is. */
  static int horizon(WeightTable weights) {
    double ahead = HALF_LIVES_AHEAD * weights.halfLife();
    // Without a half-life all weights are 1.
    boolean decays = ahead < weights.windowSize();
    return decays ? (int) ahead : weights.windowSize();
  }

  @Override
  void start(int head, int cut) {
    span = horizon(weights);
    int size = cut - head;
    if (olderPivots.length < size) {
      olderPivots = new double[2 * size];
      olderWeights = new double[2 * size];
      olderSquares = new double[2 * size];
      olderFirst = new double[2 * size];
      olderSecond = new double[2 * size];
    }
    clear();
    for (int k = 0; k < size; k += BLOCK) {
      movePivot(k == 0 ? value(cut - 1) : pivot + first / weight);
      storeBlock(cut, k, Math.min(size, k + BLOCK));
    }
    clear();
    start = row(cut);
    cutUnit = weights.of(span);
  }

  private void storeBlock(int cut, int from, int to) {
    int seenFrom = row(cut);
    double w0 = weight;
    double ww = squares;
    double w1 = first;
    double w2 = second;
    for (int k = from; k < to; k++) {
      int i = cut - 1 - k;
      double w = weights.of(seenFrom - row(i));
      double distance = value(i) - pivot;
      double term = w * distance;
      w0 += w;
      ww += w * w;
      w1 += term;
      w2 += term * distance;
      olderPivots[k] = pivot;
      olderWeights[k] = w0;
      olderSquares[k] = ww;
      olderFirst[k] = w1;
      olderSecond[k] = w2;
    }
    weight = w0;
    squares = ww;
    first = w1;
    second = w2;
  }

  @Override
  void extend(int from, int to) {
    int i = from;
    while (i < to) {
      if (room == 0 || row(i) - start > span) {
        startBlock(i);
      }
      i = addBlock(i, Math.min(to, i + room));
    }
  }

  private void startBlock(int i) {
    int passed = row(i) - start;
    if (passed > 0) {
      double decay = weights.of(passed);
      cutUnit *= decay;
      weight *= decay;
      squares *= decay * decay;
      first *= decay;
      second *= decay;
      start = row(i);
    }
    movePivot(weight < weights.of(span) ? value(i) : pivot + first / weight);
    room = BLOCK;
  }

  /** Adds rows up to the horizon and returns the first one beyond. */
  private int addBlock(int from, int to) {
    int horizon = start + span;
    double w0 = weight;
    double ww = squares;
    double w1 = first;
    double w2 = second;
    int i = from;
    for (; i < to && row(i) <= horizon; i++) {
      double w = weights.of(horizon - row(i));
      double distance = value(i) - pivot;
      double term = w * distance;
      w0 += w;
      ww += w * w;
      w1 += term;
      w2 += term * distance;
    }
    weight = w0;
    squares = ww;
    first = w1;
    second = w2;
    room -= i - from;
    return i;
  }

  private void clear() {
    room = 0;
    pivot = 0;
    weight = 0;
    squares = 0;
    first = 0;
    second = 0;
  }

  private void movePivot(double target) {
    double step = target - pivot;
    second -= step * (2 * first - weight * step);
    first -= weight * step;
    pivot = target;
  }

  @Override
  void total(int head, int row, MomentTotal out) {
    out.set(weight, squares, pivot, first, second);
    int size = cut() - head;
    if (size > 0) {
      int k = size - 1;
      out.join(
          olderWeights[k], olderSquares[k], olderPivots[k], olderFirst[k], olderSecond[k], cutUnit);
    }
  }

  /** The weight of the newest row in units of {@link #total}. */
  double newestWeight() {
    return weights.of(start + span - row(end() - 1));
  }
}

package io.dtkspark.rolling;

import java.util.Arrays;

/**
 * A window over a list of rows, cut into sorted runs and a few rows at either end:
 *
 * <pre>
 *   list     |  .  .  |  .  .  |  .  .  |  .  .  |  .  .  |  .  .  |  .  .  |
 *   window          [ .  run   |  .    long run, 4 times as long    |  .  ]
 * </pre>
 *
 * <p>Rows between two bounds, and the weight of those below, are told from the keys of each run;
 * only rows whose keys are too near a bound need a look. Long runs are few, short runs are exact:
 * how long they may be is learned from how many rows are looked at in vain. Cost of a search: a few
 * steps per run and row found. With a steady slope the runs are O(log n); where it jumps from row
 * to row, as along a steep noisy trend, they get as many as the square root of the window.
 */
final class WindowRuns {

  /** Rows looked at in vain, per run, that make shorter runs worth while, or longer ones. */
  private static final double MANY_MISSES = 64;

  private static final double FEW_MISSES = 1;

  /** How fast the slope that runs are sorted by follows the slope. */
  private static final double FOLLOW = 0.125;

  private final Projection projection;
  private final RowWeights weights;
  private final RunLevels levels;
  private SortedRun[] runs = new SortedRun[8];
  private int count;
  private int[] list = new int[0];
  private int head;
  private int headEnd;
  private int tailStart;
  private int tail;
  private int top;
  private double steadySlope;
  private boolean started;
  private double misses;
  private double uses;
  private int turns;

  WindowRuns(Projection projection, RowWeights weights) {
    this.projection = projection;
    this.weights = weights;
    levels = new RunLevels(projection, weights);
  }

  /** Starts over with another list. */
  void begin(int[] newList) {
    list = newList;
    levels.begin(newList);
    top = RunLevels.COUNT;
    started = false;
  }

  /** Forgets what is known of the weights. */
  void forget() {
    levels.forget();
  }

  /** Turns to the elements {@code [newHead, newTail)} of the list and to another projection. */
  void turn(int newHead, int newTail) {
    head = newHead;
    tail = newTail;
    double slope = projection.slope();
    steadySlope = started ? steadySlope + FOLLOW * (slope - steadySlope) : slope;
    started = true;
    limitLength();
    cover();
    uses += count;
  }

  private void limitLength() {
    int size = tail - head;
    turns++;
    if (turns > size / 2 + 64) {
      boolean tooInexact = misses > MANY_MISSES * uses;
      boolean tooShort = misses <= FEW_MISSES * uses;
      top = Math.max(top + (tooInexact ? -1 : tooShort ? 1 : 0), -1);
      turns = 0;
      misses = 0;
      uses = 0;
    }
    while (top >= 0 && (top >= RunLevels.COUNT || 2 * RunLevels.length(top) > size)) {
      top--;
    }
  }

  private void cover() {
    int shortest = RunLevels.length(0);
    count = 0;
    headEnd = Math.min((head + shortest - 1) & -shortest, tail);
    tailStart = headEnd;
    while (top >= 0 && tailStart + shortest <= tail) {
      int level = top;
      while (!fits(RunLevels.length(level))) {
        level--;
      }
      use(levels.run(level, tailStart, tail - head, steadySlope));
      tailStart += RunLevels.length(level);
    }
  }

  private boolean fits(int length) {
    return (tailStart & (length - 1)) == 0 && tailStart + length <= tail;
  }

  private void use(SortedRun run) {
    if (count == runs.length) {
      runs = Arrays.copyOf(runs, 2 * count);
    }
    runs[count++] = run;
  }

  /** How many runs there are. */
  int count() {
    return count;
  }

  /**
   * Collects the rows whose projected values lie between two bounds.
   *
   * @param place where runs keep the place to start from next time
   */
  void find(FoundRows found, double low, double high, int place) {
    found.begin(low, high, Double.NaN);
    lookAtEnds(found);
    double bound = Math.max(Math.abs(low), Math.abs(high));
    for (int k = 0; k < count; k++) {
      SortedRun run = runs[k];
      double error = run.error(bound);
      int from = run.seek(place, low - run.shift() - error);
      int to = found.look(run, from, high - run.shift() + error);
      found.skipBelow(run, 0, from);
      found.skipAbove(run.size() - to);
      miss(run, to - from, high - low);
    }
  }

  /**
   * Collects the rows whose deviations from a centre lie between two bounds.
   *
   * @param place as above; the next one is used as well
   */
  void findDeviations(FoundRows found, double center, double low, double high, int place) {
    found.begin(low, high, center);
    lookAtEnds(found);
    for (int k = 0; k < count; k++) {
      SortedRun run = runs[k];
      double error = run.error(Math.abs(center) + high);
      double middle = center - run.shift();
      int from = run.seek(place, middle - high - error);
      int inner = from;
      int outer = from;
      if (low > error) {
        inner = found.look(run, from, middle - low + error);
        outer = Math.max(run.seek(place + 1, middle + low - error), inner);
        found.skipBelow(run, inner, outer);
      }
      int to = found.look(run, outer, middle + high + error);
      found.skipAbove(from + run.size() - to);
      miss(run, inner - from + to - outer, high - low);
    }
  }

  private void lookAtEnds(FoundRows found) {
    found.look(list, head, headEnd);
    found.look(list, tailStart, tail);
  }

  /** Counts the part of the rows looked at that is due to the error of keys. */
  private void miss(SortedRun run, int rows, double width) {
    if (run.spread() > 0) {
      double vain = rows * (run.spread() / (run.spread() + 0.5 * width));
      run.miss(vain);
      misses += vain;
    }
  }

  /** How many runs {@link #weightBetween} has to look at. */
  int countHeavy(double scale, double least) {
    int heavy = 0;
    for (int k = 0; k < count; k++) {
      heavy += isHeavy(runs[k], scale, least) ? 1 : 0;
    }
    return heavy;
  }

  private boolean isHeavy(SortedRun run, double scale, double least) {
    return weights.isUniform() || run.weight(0, run.size(), scale) > least;
  }

  /**
   * The weight of the rows with projected values in {@code [low, high)}, to the error of keys.
   *
   * @param least weight of a run that counts
   */
  double weightBetween(double low, double high, double scale, double least) {
    double weight =
        weightBetween(low, high, scale, head, headEnd)
            + weightBetween(low, high, scale, tailStart, tail);
    for (int k = 0; k < count; k++) {
      SortedRun run = runs[k];
      if (isHeavy(run, scale, least)) {
        int from = run.bisect(0, run.size(), low - run.shift());
        int to = run.bisect(from, run.size(), high - run.shift());
        weight += weights.isUniform() ? to - from : run.weight(from, to, scale);
      }
    }
    return weight;
  }

  private double weightBetween(double low, double high, double scale, int from, int to) {
    double weight = 0;
    for (int k = from; k < to; k++) {
      int r = list[k];
      double value = projection.of(r);
      double own = weights.high(r) + scale * weights.low(r);
      weight += value >= low && value < high ? own : 0;
    }
    return weight;
  }
}

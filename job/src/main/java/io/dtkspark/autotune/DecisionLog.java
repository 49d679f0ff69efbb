package io.dtkspark.autotune;

import io.dtkspark.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The decisions of one search in order. Whoever watches hears each as it is made; the whole is
 * stored in {@code _dtk_autotune_runs} and explained at the top of the emitted file.
 */
public final class DecisionLog {

  private final List<Decision> decisions = new ArrayList<>();
  private final Consumer<Decision> watcher;
  private final Progress progress;

  /** A log nobody watches. */
  public DecisionLog() {
    this(decision -> {}, (scored, planned, best) -> {});
  }

  /**
   * @param watcher called with every decision, in the thread that makes it
   * @param progress called now and then, in that thread too
   */
  public DecisionLog(Consumer<Decision> watcher, Progress progress) {
    this.watcher = watcher;
    this.progress = progress;
  }

  /** How far a search is. */
  @FunctionalInterface
  public interface Progress {

    /**
     * More candidates have been scored.
     *
     * @param scored candidates so far
     * @param planned how many there will be; 0 = that depends on their scores
     * @param best the highest score so far; NaN when none has one
     */
    void scored(int scored, int planned, double best);
  }

  /** Tells how far the search is; leaves no trace. */
  public void scored(int scored, int planned, double best) {
    progress.scored(scored, planned, best);
  }

  public void add(Decision.Stage stage, String message) {
    add(stage, message, Map.of());
  }

  /**
   * @param fields names as detectkit has them; values null, Boolean, number, text, or lists and
   *     text-keyed maps of them
   */
  public void add(Decision.Stage stage, String message, Map<String, Object> fields) {
    add(new Decision(stage, message, fields));
  }

  /** Adds a decision that was made elsewhere. */
  public void add(Decision decision) {
    decisions.add(decision);
    watcher.accept(decision);
  }

  /** The decisions so far. */
  public List<Decision> decisions() {
    return List.copyOf(decisions);
  }

  /** The JSON array {@code decision_log_json}: {@code [{"fields":{},"message":"","stage":""}]}. */
  public static String json(List<Decision> decisions) {
    return JsonTree.text(decisions.stream().map(Decision::toTree).toList());
  }
}

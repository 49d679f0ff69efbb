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

  /** A log nobody watches. */
  public DecisionLog() {
    this(decision -> {});
  }

  /**
   * @param watcher called with every decision, in the thread that makes it
   */
  public DecisionLog(Consumer<Decision> watcher) {
    this.watcher = watcher;
  }

  public void add(Decision.Stage stage, String message) {
    add(stage, message, Map.of());
  }

  /**
   * @param fields names as detectkit has them; values null, Boolean, number, text, or lists and
   *     text-keyed maps of them
   */
  public void add(Decision.Stage stage, String message, Map<String, Object> fields) {
    Decision decision = new Decision(stage, message, fields);
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

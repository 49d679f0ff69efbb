package io.dtkspark.source.template;

import java.util.ArrayList;
import java.util.List;

/**
 * A for statement.
 *
 * @param filter elements for which it is false are left out before the loop counts
 * @param otherwise what is rendered when there is no element
 */
record Loop(
    Target target, Expression sequence, Expression filter, Statement body, Statement otherwise)
    implements Statement {

  @Override
  public void render(Scope scope, StringBuilder out) {
    List<Object> items = new ArrayList<>();
    for (Object item : Sequences.items(sequence.value(scope))) {
      Scope inner = scope.inner();
      target.assign(inner, item);
      if (Comparing.truth(filter.value(inner))) {
        items.add(item);
      }
    }
    if (items.isEmpty()) {
      otherwise.render(scope.inner(), out);
    }
    LoopState state = new LoopState(items);
    for (int i = 0; i < items.size(); i++) {
      scope.limits().countRound();
      state.moveTo(i);
      Scope inner = scope.inner();
      inner.set("loop", state);
      target.assign(inner, items.get(i));
      body.render(inner, out);
    }
  }
}

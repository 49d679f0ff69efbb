package io.dtkspark.source.template;

import java.math.BigInteger;
import java.util.List;

/** The {@code loop} of a for statement. */
final class LoopState {

  private final List<Object> items;
  private int index;
  private List<Object> lastChanged;

  LoopState(List<Object> items) {
    this.items = items;
  }

  void moveTo(int index) {
    this.index = index;
  }

  /** Null when there is no such attribute. */
  Object attribute(String name) {
    return switch (name) {
      case "index" -> BigInteger.valueOf(index + 1L);
      case "index0" -> BigInteger.valueOf(index);
      case "revindex" -> BigInteger.valueOf(items.size() - index);
      case "revindex0" -> BigInteger.valueOf(items.size() - index - 1L);
      case "first" -> index == 0;
      case "last" -> index == items.size() - 1;
      case "length" -> BigInteger.valueOf(items.size());
      case "depth" -> BigInteger.ONE; // deeper only in recursive loops, which there are none of
      case "depth0" -> BigInteger.ZERO;
      case "previtem" -> item(index - 1, "there is no item before the first");
      case "nextitem" -> item(index + 1, "there is no item after the last");
      case "cycle" -> (Callable) this::cycle;
      case "changed" -> (Callable) this::changed;
      default -> null;
    };
  }

  private Object item(int place, String otherwise) {
    return place >= 0 && place < items.size() ? items.get(place) : new Undefined(otherwise);
  }

  private Object cycle(Arguments arguments) {
    List<Object> choices = arguments.positional();
    if (choices.isEmpty()) {
      throw new TemplateException("loop.cycle() needs values to choose from");
    }
    return choices.get(index % choices.size());
  }

  private Object changed(Arguments arguments) {
    boolean same =
        lastChanged != null
            && Comparing.equal(new TupleValue(lastChanged), new TupleValue(arguments.positional()));
    lastChanged = arguments.positional();
    return !same;
  }
}

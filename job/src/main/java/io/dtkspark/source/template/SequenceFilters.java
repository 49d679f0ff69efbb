package io.dtkspark.source.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Filters over the elements of a sequence. Where Jinja2 gives a generator, these give a list. */
final class SequenceFilters {

  static final Map<String, Filter> ALL = new HashMap<>();

  static {
    ALL.put("first", (value, args) -> firstOf(Sequences.items(value)));
    ALL.put("last", (value, args) -> firstOf(reversed(Sequences.items(value))));
    ALL.put("join", SequenceFilters::join);
    ALL.put("reverse", SequenceFilters::reverse);
    ALL.put("sort", SequenceFilters::sort);
    ALL.put("unique", SequenceFilters::unique);
    ALL.put("min", (value, args) -> extreme(value, args, false));
    ALL.put("max", (value, args) -> extreme(value, args, true));
    ALL.put("batch", SequenceFilters::batch);
    ALL.put("slice", SequenceFilters::slice);
    ALL.put("map", SequenceFilters::map);
    ALL.put("select", (value, args) -> select(value, args, item -> item, true));
    ALL.put("reject", (value, args) -> select(value, args, item -> item, false));
    ALL.put("selectattr", (value, args) -> selectAttribute(value, args, true));
    ALL.put("rejectattr", (value, args) -> selectAttribute(value, args, false));
  }

  private SequenceFilters() {}

  /** Lower case of a text, unless case matters. */
  static Object folded(Object value, boolean caseSensitive) {
    return !caseSensitive && value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
  }

  /** Stable also in reverse: equal elements keep their order. */
  static List<Object> sorted(List<Object> items, UnaryOperator<Object> key, boolean reverse) {
    items.sort(
        (a, b) -> {
          int order = Comparing.compare(key.apply(a), key.apply(b));
          return reverse ? -order : order;
        });
    return items;
  }

  private static Object firstOf(List<Object> items) {
    return items.isEmpty() ? new Undefined("the sequence is empty") : items.get(0);
  }

  private static List<Object> reversed(List<Object> items) {
    Collections.reverse(items);
    return items;
  }

  private static Object reverse(Object value, Arguments arguments) {
    List<Object> items = reversed(Sequences.items(value));
    if (value instanceof String) {
      StringBuilder out = new StringBuilder();
      items.forEach(out::append);
      return out.toString();
    }
    return items;
  }

  private static Object join(Object value, Arguments arguments) {
    Arguments.Bound args = arguments.bind("d", "attribute");
    StringJoiner out = new StringJoiner(args.text("d", ""));
    for (Object item : Sequences.items(value)) {
      out.add(Printing.text(part(item, args)));
    }
    Limits.checkLength(out.length());
    return out.toString();
  }

  private static Object part(Object item, Arguments.Bound args) {
    return args.has("attribute") ? Attributes.path(item, args.required("attribute")) : item;
  }

  private static UnaryOperator<Object> key(Arguments.Bound args) {
    boolean caseSensitive = args.truth("case_sensitive");
    return item -> folded(part(item, args), caseSensitive);
  }

  private static Object sort(Object value, Arguments arguments) {
    Arguments.Bound args = arguments.bind("reverse", "case_sensitive", "attribute");
    return sorted(Sequences.items(value), key(args), args.truth("reverse"));
  }

  private static Object unique(Object value, Arguments arguments) {
    UnaryOperator<Object> key = key(arguments.bind("case_sensitive", "attribute"));
    Map<Object, Object> firsts = new LinkedHashMap<>();
    for (Object item : Sequences.items(value)) {
      firsts.putIfAbsent(DictValue.hashable(key.apply(item)), item);
    }
    return new ArrayList<>(firsts.values());
  }

  private static Object extreme(Object value, Arguments arguments, boolean largest) {
    UnaryOperator<Object> key = key(arguments.bind("case_sensitive", "attribute"));
    return firstOf(sorted(Sequences.items(value), key, largest));
  }

  private static Object batch(Object value, Arguments arguments) {
    Arguments.Bound args = arguments.bind("linecount", "fill_with");
    int size = positive(args.integer("linecount"));
    List<Object> batches = new ArrayList<>();
    List<Object> items = Sequences.items(value);
    for (int from = 0; from < items.size(); from += size) {
      List<Object> batch =
          new ArrayList<>(items.subList(from, Math.min(items.size(), from + size)));
      while (args.has("fill_with") && batch.size() < size) {
        batch.add(args.required("fill_with"));
      }
      batches.add(batch);
    }
    return batches;
  }

  private static Object slice(Object value, Arguments arguments) {
    Arguments.Bound args = arguments.bind("slices", "fill_with");
    int slices = positive(args.integer("slices"));
    List<Object> items = Sequences.items(value);
    List<Object> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < slices; i++) {
      boolean longer = i < items.size() % slices;
      int to = from + items.size() / slices + (longer ? 1 : 0);
      List<Object> part = new ArrayList<>(items.subList(from, to));
      if (args.has("fill_with") && !longer) {
        part.add(args.required("fill_with"));
      }
      parts.add(part);
      from = to;
    }
    return parts;
  }

  private static int positive(int count) {
    Limits.checkItems(count);
    if (count < 1) {
      throw new TemplateException("needs a number above 0, not " + count);
    }
    return count;
  }

  /** Elements of a value; none of one that counts as false, whatever its type. */
  private static List<Object> itemsIfAny(Object value) {
    return Comparing.truth(value) ? Sequences.items(value) : List.of();
  }

  private static Object map(Object value, Arguments arguments) {
    List<Object> results = new ArrayList<>();
    if (arguments.positional().isEmpty()) {
      Arguments.Bound args = arguments.bind("attribute", "default");
      Object path = args.required("attribute");
      for (Object item : itemsIfAny(value)) {
        Object part = Attributes.path(item, path);
        results.add(part instanceof Undefined ? args.get("default", part) : part);
      }
      return results;
    }
    String filter = Printing.text(arguments.positional().get(0));
    for (Object item : itemsIfAny(value)) {
      results.add(Filters.apply(filter, item, arguments.rest()));
    }
    return results;
  }

  private static Object selectAttribute(Object value, Arguments arguments, boolean wanted) {
    if (arguments.positional().isEmpty()) {
      throw new TemplateException("needs the name of an attribute");
    }
    Object path = arguments.positional().get(0);
    return select(value, arguments.rest(), item -> Attributes.path(item, path), wanted);
  }

  private static Object select(
      Object value, Arguments arguments, Function<Object, Object> part, boolean wanted) {
    List<Object> selected = new ArrayList<>();
    for (Object item : itemsIfAny(value)) {
      boolean passes =
          arguments.positional().isEmpty()
              ? Comparing.truth(part.apply(item))
              : Tests.apply(
                  Printing.text(arguments.positional().get(0)), part.apply(item), arguments.rest());
      if (passes == wanted) {
        selected.add(item);
      }
    }
    return selected;
  }
}

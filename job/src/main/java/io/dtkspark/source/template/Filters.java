package io.dtkspark.source.template;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The filters by name, and those that fit no other group. */
final class Filters {

  private static final Map<String, Filter> ALL = new HashMap<>();

  static {
    ALL.put("default", Filters::orDefault);
    ALL.put("d", Filters::orDefault);
    ALL.put("string", (value, args) -> Printing.text(value));
    ALL.put("safe", (value, args) -> Printing.text(value));
    ALL.put("length", (value, args) -> BigInteger.valueOf(Sequences.length(value)));
    ALL.put("count", (value, args) -> BigInteger.valueOf(Sequences.length(value)));
    ALL.put("list", (value, args) -> Sequences.items(value));
    ALL.put(
        "items",
        (value, args) -> value instanceof Undefined ? new ArrayList<>() : dict(value).items());
    ALL.put("dictsort", Filters::dictSort);
    ALL.put("tojson", (value, args) -> TemplateJson.text(value));
    ALL.putAll(TextFilters.ALL);
    ALL.putAll(NumberFilters.ALL);
    ALL.putAll(SequenceFilters.ALL);
  }

  private Filters() {}

  static Object apply(String name, Object value, Arguments arguments) {
    Filter filter = ALL.get(name);
    if (filter == null) {
      throw new TemplateException("there is no filter '" + name + "'");
    }
    try {
      return filter.apply(value, arguments);
    } catch (TemplateException e) {
      boolean plain = value instanceof Undefined || e.line() > 0;
      throw plain ? e : new TemplateException("filter '" + name + "': " + e.getMessage());
    }
  }

  static boolean exists(String name) {
    return ALL.containsKey(name);
  }

  private static Object orDefault(Object value, Arguments arguments) {
    Arguments.Bound args = arguments.bind("default_value", "boolean");
    boolean replaced =
        value instanceof Undefined || (args.truth("boolean") && !Comparing.truth(value));
    return replaced ? args.get("default_value", "") : value;
  }

  private static DictValue dict(Object value) {
    if (Undefined.check(value) instanceof DictValue dict) {
      return dict;
    }
    throw new TemplateException("needs a dict, not " + Printing.typeName(value));
  }

  private static Object dictSort(Object value, Arguments arguments) {
    Arguments.Bound args = arguments.bind("case_sensitive", "by", "reverse");
    String by = args.text("by", "key");
    int part = by.equals("value") ? 1 : 0;
    if (part == 0 && !by.equals("key")) {
      throw new TemplateException("sorts by 'key' or 'value', not by '" + by + "'");
    }
    boolean caseSensitive = args.truth("case_sensitive");
    List<Object> items = dict(value).items();
    return SequenceFilters.sorted(
        items,
        pair -> SequenceFilters.folded(((TupleValue) pair).get(part), caseSensitive),
        args.truth("reverse"));
  }
}

package io.dtkspark.source.template;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Elements and parts of texts, lists, tuples and dicts; a text consists of code points. */
final class Sequences {

  private Sequences() {}

  /** What a loop over the value sees. */
  static List<Object> items(Object any) {
    Object value = Undefined.check(any);
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    if (value instanceof DictValue dict) {
      return dict.keys();
    }
    if (value instanceof String text) {
      List<Object> characters = new ArrayList<>();
      text.codePoints().forEach(c -> characters.add(Character.toString(c)));
      return characters;
    }
    throw new TemplateException(Printing.typeName(value) + " has no elements");
  }

  static int length(Object value) {
    if (Undefined.check(value) instanceof String text) {
      return text.codePointCount(0, text.length());
    }
    return items(value).size();
  }

  /** {@code value[key]}; undefined when there is no such element. */
  static Object element(Object value, Object key) {
    Undefined.check(value);
    Undefined.check(key);
    if (value instanceof DictValue dict) {
      if (dict.contains(key)) {
        return dict.get(key, null);
      }
    } else if ((key instanceof BigInteger || key instanceof Boolean)
        && (value instanceof String || value instanceof List)) {
      List<Object> items = items(value);
      BigInteger size = BigInteger.valueOf(items.size());
      BigInteger index = Numbers.integer(key);
      BigInteger place = index.signum() < 0 ? index.add(size) : index;
      if (place.signum() >= 0 && place.compareTo(size) < 0) {
        return items.get(place.intValue());
      }
    }
    return key instanceof String name
        ? Attributes.method(value, name)
        : new Undefined(Printing.typeName(value) + " has no element " + Printing.repr(key));
  }

  /** {@code value[start:stop:step]}, null where a bound is left out. */
  static Object slice(Object value, Object start, Object stop, Object step) {
    if (!(Undefined.check(value) instanceof String) && !(value instanceof List)) {
      return new Undefined(Printing.typeName(value) + " has no slices");
    }
    List<Object> items = items(value);
    int size = items.size();
    int stride = step == null ? 1 : bounded(step, Integer.MAX_VALUE);
    if (stride == 0) {
      throw new TemplateException("the step of a slice must not be 0");
    }
    int lowest = stride > 0 ? 0 : -1;
    int highest = stride > 0 ? size : size - 1;
    int from = bound(start, stride > 0 ? lowest : highest, size, lowest, highest);
    int to = bound(stop, stride > 0 ? highest : lowest, size, lowest, highest);
    List<Object> part = new ArrayList<>();
    for (long i = from; stride > 0 ? i < to : i > to; i += stride) {
      part.add(items.get((int) i));
    }
    return value instanceof String
        ? joined(part)
        : value instanceof TupleValue ? new TupleValue(part) : part;
  }

  private static int bound(Object bound, int otherwise, int size, int lowest, int highest) {
    if (bound == null) {
      return otherwise;
    }
    int place = bounded(bound, Integer.MAX_VALUE / 2);
    return Math.max(lowest, Math.min(highest, place < 0 ? place + size : place));
  }

  private static int bounded(Object value, int limit) {
    BigInteger most = BigInteger.valueOf(limit);
    return Numbers.integer(value).min(most).max(most.negate()).intValue();
  }

  private static String joined(List<Object> characters) {
    StringBuilder out = new StringBuilder();
    characters.forEach(out::append);
    return out.toString();
  }

  /** {@code value * times}. */
  static Object repeat(Object value, BigInteger times) {
    int count = times.max(BigInteger.ZERO).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    if (value instanceof String text) {
      Limits.checkLength((long) text.length() * count);
      return text.repeat(text.isEmpty() ? 0 : count);
    }
    List<Object> items = items(value);
    Limits.checkItems((long) items.size() * count);
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < count && !items.isEmpty(); i++) {
      all.addAll(items);
    }
    return value instanceof TupleValue ? new TupleValue(all) : all;
  }
}

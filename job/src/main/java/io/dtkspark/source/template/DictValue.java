package io.dtkspark.source.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values by key in the order they came; {@code 1}, {@code 1.0} and {@code true} are one key. */
final class DictValue {

  private record Entry(Object key, Object value) {}

  private final Map<Object, Entry> entries = new LinkedHashMap<>();

  void put(Object key, Object value) {
    entries.merge(hashable(key), new Entry(key, value), (old, now) -> new Entry(old.key, value));
  }

  boolean contains(Object key) {
    return entries.containsKey(hashable(key));
  }

  /** The value of {@code key}, or {@code otherwise}. */
  Object get(Object key, Object otherwise) {
    Entry entry = entries.get(hashable(key));
    return entry == null ? otherwise : entry.value;
  }

  int size() {
    return entries.size();
  }

  List<Object> keys() {
    List<Object> keys = new ArrayList<>();
    entries.values().forEach(entry -> keys.add(entry.key));
    return keys;
  }

  List<Object> values() {
    List<Object> values = new ArrayList<>();
    entries.values().forEach(entry -> values.add(entry.value));
    return values;
  }

  /** Pairs of key and value. */
  List<Object> items() {
    List<Object> items = new ArrayList<>();
    for (Entry entry : entries.values()) {
      List<Object> pair = new ArrayList<>();
      pair.add(entry.key);
      pair.add(entry.value);
      items.add(new TupleValue(pair));
    }
    return items;
  }

  /** A form whose equality is Python's. */
  static Object hashable(Object key) {
    Undefined.check(key);
    if (key instanceof Boolean flag) {
      return flag ? BigInteger.ONE : BigInteger.ZERO;
    }
    if (key instanceof Double number && number == Math.rint(number) && Double.isFinite(number)) {
      return new BigDecimal(number).toBigInteger();
    }
    if (key instanceof TupleValue tuple) {
      List<Object> items = new ArrayList<>();
      tuple.forEach(item -> items.add(hashable(item)));
      return items;
    }
    if (key instanceof List || key instanceof DictValue) {
      throw new TemplateException(Printing.typeName(key) + " cannot be a key");
    }
    return key;
  }
}

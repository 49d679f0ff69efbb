package io.dtkspark.source.template;

import java.util.AbstractList;
import java.util.Collections;
import java.util.List;

/** A sequence that cannot change and prints in round brackets. */
final class TupleValue extends AbstractList<Object> {

  private final List<Object> items;

  TupleValue(List<Object> items) {
    this.items = Collections.unmodifiableList(items);
  }

  @Override
  public Object get(int index) {
    return items.get(index);
  }

  @Override
  public int size() {
    return items.size();
  }
}

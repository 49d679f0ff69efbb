package io.dtkspark.source.postgres;

import io.dtkspark.source.jdbc.TextColumn.Decoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An array in PostgreSQL's text form: {@code {1,NULL,"quoted \"text\""}}, nested in braces, with
 * bounds in front when they do not begin at 1.
 */
final class ArrayText {

  private final String text;
  private final Decoder decoder;
  private int next;

  /**
   * @param decoder of the items
   */
  ArrayText(String text, Decoder decoder) {
    this.text = text;
    this.decoder = decoder;
  }

  /** The items: values, null, or lists in turn. */
  List<Object> items() {
    next = text.indexOf('{');
    return list();
  }

  private List<Object> list() {
    List<Object> items = new ArrayList<>();
    next++;
    while (text.charAt(next) != '}') {
      items.add(item());
      if (text.charAt(next) == ',') {
        next++;
      }
    }
    next++;
    return items;
  }

  private Object item() {
    return switch (text.charAt(next)) {
      case '{' -> list();
      case '"' -> decoder.decode(quoted());
      default -> plain();
    };
  }

  private Object plain() {
    int start = next;
    while (text.charAt(next) != ',' && text.charAt(next) != '}') {
      next++;
    }
    String item = text.substring(start, next);
    return item.toUpperCase(Locale.ROOT).equals("NULL") ? null : decoder.decode(item);
  }

  private String quoted() {
    StringBuilder item = new StringBuilder();
    for (next++; text.charAt(next) != '"'; next++) {
      if (text.charAt(next) == '\\') {
        next++;
      }
      item.append(text.charAt(next));
    }
    next++;
    return item.toString();
  }
}

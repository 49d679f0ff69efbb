package io.dtkspark.json;

/**
 * Writes JSON exactly as detectkit 0.67.2 stores it (orjson 3.13): no spaces, text unescaped where
 * JSON allows it, NaN and infinities as {@code null}, doubles in their shortest form. Keys come in
 * the order of the calls; stored objects have theirs sorted, which is the caller's part.
 *
 * <p>One text is reused for many documents: {@link #clear()} starts the next one and keeps the
 * memory. Commas follow from what was written before. Not thread-safe.
 */
public final class JsonText {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(256);

  /** Starts a new document. */
  public JsonText clear() {
    out.setLength(0);
    return this;
  }

  public JsonText beginObject() {
    return separate('{');
  }

  public JsonText endObject() {
    out.append('}');
    return this;
  }

  public JsonText beginArray() {
    return separate('[');
  }

  public JsonText endArray() {
    out.append(']');
    return this;
  }

  /** The key of the value that is written next. */
  public JsonText name(String key) {
    value(key);
    out.append(':');
    return this;
  }

  /** A number; {@code null} unless finite. */
  public JsonText value(double number) {
    separate();
    if (Double.isFinite(number)) {
      ShortestDouble.appendJson(out, number);
    } else {
      out.append("null");
    }
    return this;
  }

  public JsonText value(long number) {
    separate();
    out.append(number);
    return this;
  }

  public JsonText value(boolean flag) {
    separate();
    out.append(flag);
    return this;
  }

  /** A text in quotes. */
  public JsonText value(CharSequence text) {
    separate('"');
    for (int i = 0; i < text.length(); i++) {
      escaped(text.charAt(i));
    }
    out.append('"');
    return this;
  }

  public JsonText nullValue() {
    separate();
    out.append("null");
    return this;
  }

  /** A value that is JSON already. */
  public JsonText json(CharSequence value) {
    separate();
    out.append(value);
    return this;
  }

  /** The document so far: a view that the next call changes. */
  public CharSequence chars() {
    return out;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private JsonText separate(char opening) {
    separate();
    out.append(opening);
    return this;
  }

  /** A comma, unless this is the first element or the value of a key. */
  private void separate() {
    if (out.isEmpty()) {
      return;
    }
    char last = out.charAt(out.length() - 1);
    if (last != '{' && last != '[' && last != ':') {
      out.append(',');
    }
  }

  private void escaped(char c) {
    if (c >= ' ' && c != '"' && c != '\\') {
      out.append(c);
      return;
    }
    out.append('\\');
    switch (c) {
      case '"', '\\' -> out.append(c);
      case '\b' -> out.append('b');
      case '\f' -> out.append('f');
      case '\n' -> out.append('n');
      case '\r' -> out.append('r');
      case '\t' -> out.append('t');
      default -> out.append("u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
    }
  }
}

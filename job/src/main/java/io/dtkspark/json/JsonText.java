package io.dtkspark.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes JSON exactly as detectkit 0.67.2 stores it (orjson 3.13): no spaces, text unescaped where
 * JSON allows it, NaN and infinities as {@code null}, doubles in their shortest form. Keys come in
 * the order of the calls; stored objects have theirs sorted, which is the caller's part.
 *
 * <p>One text is reused for many documents: {@link #clear()} starts the next one and keeps the
 * memory. Commas follow from what was written before. The document is UTF-8 from the start, since
 * databases take it so. Not thread-safe.
 */
public final class JsonText {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private byte[] out = new byte[256];
  private int size;
  private final RecentDoubles doubles = new RecentDoubles();

  /** Starts a new document. */
  public JsonText clear() {
    size = 0;
    return this;
  }

  public JsonText beginObject() {
    return separate('{');
  }

  public JsonText endObject() {
    return put('}');
  }

  public JsonText beginArray() {
    return separate('[');
  }

  public JsonText endArray() {
    return put(']');
  }

  /** The key of the value that is written next. */
  public JsonText name(String key) {
    return value(key).put(':');
  }

  /** A number; {@code null} unless finite. */
  public JsonText value(double number) {
    if (!Double.isFinite(number)) {
      return nullValue();
    }
    separate();
    reserve(RecentDoubles.ROOM);
    size = doubles.write(out, size, number);
    return this;
  }

  public JsonText value(long number) {
    if (number < 0) {
      return json(Long.toString(number));
    }
    separate();
    int length = Digits.count(number);
    reserve(length);
    size += length;
    Digits.writeBefore(out, size, number);
    return this;
  }

  public JsonText value(boolean flag) {
    return json(flag ? "true" : "false");
  }

  /** A text in quotes. */
  public JsonText value(CharSequence text) {
    separate('"');
    int length = text.length();
    reserve(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c > '~') {
        return append(escaped(text, i)).put('"');
      }
      out[size++] = (byte) c;
    }
    return put('"');
  }

  public JsonText nullValue() {
    return json("null");
  }

  /** A value that is JSON already. */
  public JsonText json(CharSequence value) {
    separate();
    return append(value);
  }

  /**
   * JSON prepared as UTF-8: an element, a member, several of them, or a member up to the colon,
   * whose value comes next.
   */
  public JsonText json(byte[] prepared) {
    separate();
    reserve(prepared.length);
    System.arraycopy(prepared, 0, out, size, prepared.length);
    size += prepared.length;
    return this;
  }

  /** The document so far as UTF-8; a copy. */
  public byte[] toBytes() {
    return Arrays.copyOf(out, size);
  }

  @Override
  public String toString() {
    return new String(out, 0, size, StandardCharsets.UTF_8);
  }

  private JsonText separate(char opening) {
    separate();
    return put(opening);
  }

  /** A comma, unless this is the first element or the value of a key. */
  private void separate() {
    if (size == 0) {
      return;
    }
    byte last = out[size - 1];
    if (last != '{' && last != '[' && last != ':') {
      put(',');
    }
  }

  private JsonText put(char ascii) {
    reserve(1);
    out[size++] = (byte) ascii;
    return this;
  }

  private JsonText append(CharSequence text) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    reserve(bytes.length);
    System.arraycopy(bytes, 0, out, size, bytes.length);
    size += bytes.length;
    return this;
  }

  private void reserve(int more) {
    if (out.length - size < more) {
      out = Arrays.copyOf(out, Math.max(size + more, 2 * out.length));
    }
  }

  /** What remains of {@code text} from {@code start} on. */
  private static CharSequence escaped(CharSequence text, int start) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\') {
        escaped.append(c);
      } else {
        escape(escaped.append('\\'), c);
      }
    }
    return escaped;
  }

  private static void escape(StringBuilder out, char c) {
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

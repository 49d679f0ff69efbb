package io.dtkspark.source.template;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Text as Python's {@code float()} reads it. */
public final class FloatText {

  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:\\d+(?:_\\d+)*\\.?|(?:\\d+(?:_\\d+)*)?\\.\\d+(?:_\\d+)*)"
              + "(?:[eE][-+]?\\d+(?:_\\d+)*)?");
  private static final Pattern INFINITY =
      Pattern.compile("([-+]?)inf(?:inity)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAN = Pattern.compile("[-+]?nan", Pattern.CASE_INSENSITIVE);

  private FloatText() {}

  /** The number, white space around it allowed; empty when it is none. */
  public static OptionalDouble parse(String text) {
    String number = Whitespace.strip(text);
    if (NUMBER.matcher(number).matches()) {
      return OptionalDouble.of(Double.parseDouble(number.replace("_", "")));
    }
    if (INFINITY.matcher(number).matches()) {
      boolean negative = number.startsWith("-");
      return OptionalDouble.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    return NAN.matcher(number).matches() ? OptionalDouble.of(Double.NaN) : OptionalDouble.empty();
  }
}

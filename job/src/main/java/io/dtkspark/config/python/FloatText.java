package io.dtkspark.config.python;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in text as Python's {@code float()} reads them, and pydantic: less than Java's parser
 * does ({@code 1d}, {@code 0x1p3}), but with {@code 1_000}. Digits are those of ASCII.
 */
public final class FloatText {

  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:D(?:\\.D?)?|\\.D)(?:[eE][+-]?D)?".replace("D", "(?:[0-9](?:_?[0-9])*)"));
  private static final Pattern SPECIAL =
      Pattern.compile("([+-]?)(?:(nan)|inf(?:inity)?)", Pattern.CASE_INSENSITIVE);

  private FloatText() {}

  /** The number, white space around it allowed; empty when it is none. */
  public static OptionalDouble parse(String text) {
    String number = Whitespace.strip(text);
    if (NUMBER.matcher(number).matches()) {
      return OptionalDouble.of(Double.parseDouble(number.replace("_", "")));
    }
    Matcher special = SPECIAL.matcher(number);
    if (!special.matches()) {
      return OptionalDouble.empty();
    }
    double magnitude = special.group(2) == null ? Double.POSITIVE_INFINITY : Double.NaN;
    return OptionalDouble.of(special.group(1).equals("-") ? -magnitude : magnitude);
  }
}

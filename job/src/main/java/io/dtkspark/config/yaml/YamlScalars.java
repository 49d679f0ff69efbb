package io.dtkspark.config.yaml;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Which type a plain scalar has, and its value: the YAML 1.1 rules of PyYAML 6. Floats need a dot
 * and a signed exponent, a leading zero means octal, colons mean base 60.
 */
final class YamlScalars extends Resolver {

  static final Tag VALUE = new Tag("tag:yaml.org,2002:value");

  private static final Pattern BOOL =
      Pattern.compile("yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
              + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
              + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
              + "|[-+]?\\.(?:inf|Inf|INF)"
              + "|\\.(?:nan|NaN|NAN)");
  private static final Pattern INT =
      Pattern.compile(
          "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+"
              + "|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+");
  private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");

  /** Python refuses to read longer decimal numbers. */
  private static final int MAX_DIGITS = 4300;

  @Override
  public Tag resolve(NodeId kind, String text, boolean plain) {
    if (kind != NodeId.scalar) {
      return kind == NodeId.sequence ? Tag.SEQ : Tag.MAP;
    }
    if (!plain) {
      return Tag.STR;
    }
    if (BOOL.matcher(text).matches()) {
      return Tag.BOOL;
    }
    if (FLOAT.matcher(text).matches()) {
      return Tag.FLOAT;
    }
    if (INT.matcher(text).matches()) {
      return Tag.INT;
    }
    if (NULL.matcher(text).matches()) {
      return Tag.NULL;
    }
    if (YamlTimes.looksLikeTime(text)) {
      return Tag.TIMESTAMP;
    }
    return text.equals("<<") ? Tag.MERGE : text.equals("=") ? VALUE : Tag.STR;
  }

  /**
   * The value of a scalar whose tag is known.
   *
   * @throws IllegalArgumentException when the text does not fit the tag, or the tag is none of
   *     null, bool, int, float, timestamp and str
   */
  static Object construct(Tag tag, String text) {
    if (tag.equals(Tag.STR)) {
      return text;
    }
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return bool(text);
    }
    if (tag.equals(Tag.INT)) {
      return narrow(integer(text.replace("_", "")));
    }
    if (tag.equals(Tag.FLOAT)) {
      return floating(text.replace("_", "").toLowerCase(Locale.ROOT));
    }
    if (tag.equals(Tag.TIMESTAMP)) {
      return YamlTimes.parse(text);
    }
    throw new IllegalArgumentException("this YAML tag is not supported");
  }

  private static boolean bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "on" -> true;
      case "no", "false", "off" -> false;
      default -> throw new IllegalArgumentException("not a boolean");
    };
  }

  private static BigInteger integer(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    if (digits.length() > MAX_DIGITS) {
      throw new IllegalArgumentException("the number has more than " + MAX_DIGITS + " digits");
    }
    BigInteger magnitude = magnitude(digits);
    return negative ? magnitude.negate() : magnitude;
  }

  private static BigInteger magnitude(String digits) {
    if (digits.startsWith("0b")) {
      return unsigned(digits.substring(2), 2);
    }
    if (digits.startsWith("0x")) {
      return unsigned(digits.substring(2), 16);
    }
    if (digits.startsWith("0")) {
      return unsigned(digits, 8);
    }
    BigInteger total = BigInteger.ZERO;
    for (String part : digits.split(":", -1)) {
      total = total.multiply(BigInteger.valueOf(60)).add(unsigned(part, 10));
    }
    return total;
  }

  private static BigInteger unsigned(String digits, int radix) {
    if (digits.isEmpty() || digits.startsWith("-") || digits.startsWith("+")) {
      throw new IllegalArgumentException("not a number");
    }
    return new BigInteger(digits, radix);
  }

  private static Object narrow(BigInteger number) {
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }

  private static double floating(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    double magnitude =
        switch (digits) {
          case ".inf" -> Double.POSITIVE_INFINITY;
          case ".nan" -> Double.NaN;
          default -> base60(digits.split(":", -1));
        };
    return negative ? -magnitude : magnitude;
  }

  /** Adds from the last part to the first, the order of rounding PyYAML has. */
  private static double base60(String[] parts) {
    double total = 0;
    double weight = 1;
    for (int i = parts.length - 1; i >= 0; i--) {
      total += decimal(parts[i]) * weight;
      weight *= 60;
    }
    return total;
  }

  private static double decimal(String text) {
    // Java also reads hexadecimal floats and type suffixes; PyYAML does not.
    if (!text.chars().allMatch(c -> "0123456789.e+-".indexOf(c) >= 0)) {
      throw new IllegalArgumentException("not a number");
    }
    return Double.parseDouble(text);
  }
}

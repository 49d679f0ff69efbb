package io.dtkspark.notify;

import io.dtkspark.config.python.PythonRepr;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of the user's with the variables of {@link Variables} in braces, as Python's {@code
 * str.format} reads it: {@code {value:.2f}}, {@code {metric_name!r}}; doubled braces stand for one.
 */
final class Template {

  private static final Pattern PART =
      Pattern.compile("\\{\\{|}}|\\{(\\w+)(?:!([rs]))?(?::([^{}]*))?}|[{}]");

  private Template() {}

  /**
   * The filled-in text; empty when it names a variable that does not exist, or formats one in a way
   * its value does not allow.
   *
   * @param escape what is done to each filled-in value
   */
  static Optional<String> fill(
      String template, Map<String, Object> variables, UnaryOperator<String> escape) {
    StringBuilder out = new StringBuilder();
    Matcher part = PART.matcher(template);
    int end = 0;
    while (part.find()) {
      out.append(template, end, part.start());
      end = part.end();
      String text = part.group();
      if (text.equals("{{") || text.equals("}}")) {
        out.append(text.charAt(0));
      } else if (part.group(1) == null || !variables.containsKey(part.group(1))) {
        return Optional.empty();
      } else {
        Optional<String> value = value(variables.get(part.group(1)), part);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        // Mentions come in the platform's own markup.
        boolean markup = part.group(1).startsWith(Variables.MENTIONS);
        out.append(markup ? value.get() : escape.apply(value.get()));
      }
    }
    return Optional.of(out.append(template, end, template.length()).toString());
  }

  private static Optional<String> value(Object value, Matcher part) {
    Object converted = value;
    if (part.group(2) != null && !(part.group(2).equals("s") && value instanceof String)) {
      converted = PythonRepr.of(value);
    }
    try {
      return Optional.of(
          PythonFormat.format(converted, part.group(3) == null ? "" : part.group(3)));
    } catch (IllegalArgumentException unfit) {
      return Optional.empty();
    }
  }
}

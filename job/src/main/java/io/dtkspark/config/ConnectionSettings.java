package io.dtkspark.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What may stand under a profile's {@code settings}: names of the driver that detectkit connects
 * with become those of ours. A name that means nothing is an error, as it is to detectkit's driver:
 * a misspelt demand for TLS must not pass in silence.
 */
final class ConnectionSettings {

  /** What becomes of one setting; puts its translation, throws what is wrong with its value. */
  @FunctionalInterface
  private interface Rule {
    void apply(String value, Map<String, String> translated);
  }

  private final Map<String, Rule> rules = new HashMap<>();

  /** Settings that both drivers call the same. */
  ConnectionSettings same(String... names) {
    for (String name : names) {
      renamed(name, name);
    }
    return this;
  }

  ConnectionSettings renamed(String written, String ours) {
    return mapped(written, ours, UnaryOperator.identity());
  }

  /** Seconds there are milliseconds here. */
  ConnectionSettings seconds(String written, String ours) {
    return mapped(written, ours, ConnectionSettings::millis);
  }

  ConnectionSettings mapped(String written, String ours, UnaryOperator<String> value) {
    rules.put(written, (text, translated) -> translated.put(ours, value.apply(text)));
    return this;
  }

  /** Settings that change nothing a user of this program would notice. */
  ConnectionSettings withoutEffect(String... names) {
    for (String name : names) {
      rules.put(name, (value, translated) -> {});
    }
    return this;
  }

  ConnectionSettings refused(String name, String why) {
    rules.put(
        name,
        (value, translated) -> {
          throw new IllegalArgumentException(why);
        });
    return this;
  }

  /**
   * @throws IllegalArgumentException naming the setting and what to do; never its value
   */
  Map<String, String> translate(Map<String, String> written) {
    Map<String, String> translated = new LinkedHashMap<>();
    for (Map.Entry<String, String> setting : written.entrySet()) {
      String name = setting.getKey();
      Rule rule = rules.get(name);
      if (rule == null) {
        throw new IllegalArgumentException("unknown setting '" + name + "'" + advice(name));
      }
      try {
        rule.apply(setting.getValue(), translated);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("setting '" + name + "' " + e.getMessage(), e);
      }
    }
    return translated;
  }

  private String advice(String name) {
    String nearest = Spelling.nearest(name, rules.keySet());
    return nearest.isEmpty() ? "" : "; did you mean '" + nearest + "'?";
  }

  /** One of {@code true}, {@code 1} and {@code yes}, or their opposites. */
  static boolean flag(String value) {
    return switch (value) {
      case "true", "1", "yes", "on" -> true;
      case "false", "0", "no", "off" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  private static String millis(String seconds) {
    try {
      return Integer.toString(Math.multiplyExact(Integer.parseInt(seconds), 1000));
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException("must be a whole number of seconds", e);
    }
  }
}

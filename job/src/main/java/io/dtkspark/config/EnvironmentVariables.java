package io.dtkspark.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills in {@code ${VAR}} and {@code {{ env_var('VAR') }}}. A variable that is not set stays as it
 * is written, so that its name shows up where the value is missed.
 */
final class EnvironmentVariables {

  private static final Pattern SHELL = Pattern.compile("\\$\\{([^}]+)}");
  private static final Pattern DBT =
      Pattern.compile("\\{\\{\\s*env_var\\(['\"]([^'\"]+)['\"]\\)\\s*}}");

  private final Map<String, String> environment;

  EnvironmentVariables(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The first variable that a filled-in text still refers to, because it is not set. */
  static Optional<String> unset(String text) {
    return Stream.of(SHELL, DBT)
        .flatMap(pattern -> pattern.matcher(text).results())
        .map(found -> found.group(1))
        .findFirst();
  }

  String fillIn(String text) {
    return fillIn(DBT, fillIn(SHELL, text));
  }

  private String fillIn(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(environment.getOrDefault(m.group(1), m.group())));
  }
}

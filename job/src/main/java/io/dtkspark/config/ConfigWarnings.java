package io.dtkspark.config;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects warnings while configuration is read, each once. A strict collector turns the first one
 * into an error instead.
 */
public final class ConfigWarnings {

  private final boolean strict;
  private final Set<ConfigWarning> warnings = new LinkedHashSet<>();

  private ConfigWarnings(boolean strict) {
    this.strict = strict;
  }

  /** Keeps warnings to be shown, as detectkit lets such files pass. */
  public static ConfigWarnings collecting() {
    return new ConfigWarnings(false);
  }

  /** Fails on the first warning. */
  public static ConfigWarnings strict() {
    return new ConfigWarnings(true);
  }

  /** The warnings so far, by file and line. */
  public List<ConfigWarning> all() {
    return warnings.stream()
        .sorted(Comparator.comparing(ConfigWarning::file).thenComparing(ConfigWarning::line))
        .toList();
  }

  void add(ConfigWarning warning) {
    if (strict) {
      throw new DtkException(
          ErrorCode.CONFIG, warning.file() + ":" + warning.line() + ": " + warning.message());
    }
    warnings.add(warning);
  }
}

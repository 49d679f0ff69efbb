package io.dtkspark.config;

/** Something in a configuration file that has no effect or looks mistaken. */
public sealed interface ConfigWarning {

  /** The file, relative to the project's root. */
  String file();

  /** First line is 1. */
  int line();

  /** What is wrong and what to do, without the position. */
  String message();

  /**
   * A key nothing reads.
   *
   * @param key path of the key, e.g. {@code alerting.chanels}
   * @param nearest the known key that is spelled most alike
   */
  record UnknownKey(String file, int line, String key, String nearest) implements ConfigWarning {
    @Override
    public String message() {
      String advice = nearest.isEmpty() ? "" : "; did you mean '" + nearest + "'?";
      return "unknown key '" + key + "' has no effect" + advice;
    }
  }

  /** Any other remark. */
  record Remark(String file, int line, String message) implements ConfigWarning {}
}

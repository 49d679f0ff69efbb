package io.dtkspark.source.template;

/**
 * The value of what has none. It may be assigned and tested with {@code is defined}; any other use
 * fails, but for {@link #NOTHING}.
 *
 * @param message what is missing
 */
record Undefined(String message) {

  /** An inline if without else that does not hold: Jinja2 lets it pass as an empty text. */
  static final Undefined NOTHING = new Undefined("");

  /** Returns what {@code value} may be used as; fails when it is undefined. */
  static Object check(Object value) {
    if (value == NOTHING) {
      return "";
    }
    if (value instanceof Undefined undefined) {
      throw new TemplateException(undefined.message);
    }
    return value;
  }
}

package io.dtkspark.source.template;

/** A template that cannot be read or rendered; the message does not name the line. */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;

  TemplateException(String message) {
    this(message, 0);
  }

  TemplateException(String message, int line) {
    super(message);
    this.line = line;
  }

  /** Line of the template, from 1; 0 when unknown. */
  public int line() {
    return line;
  }

  /** The same failure, on {@code line} unless it knows better. */
  TemplateException at(int line) {
    return this.line > 0 ? this : new TemplateException(getMessage(), line);
  }
}

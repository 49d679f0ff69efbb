package io.dtkspark.source.jdbc;

/** Texts of drivers' exceptions, one line of them: the rest is for other clients. */
public final class FailureText {

  private FailureText() {}

  /** The first line of the message. */
  public static String line(Throwable failure) {
    String message = failure.getMessage();
    String text = message == null ? failure.getClass().getSimpleName() : message;
    return text.strip().lines().findFirst().orElse("no reason");
  }

  /** The first line of the message of what it was caused by in the end. */
  public static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return line(root);
  }
}

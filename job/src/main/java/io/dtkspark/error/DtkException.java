package io.dtkspark.error;

/**
 * An expected failure with a message for the user: it names what is wrong (file, key, value, limit)
 * and what to do. Messages never contain secrets.
 */
public final class DtkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public DtkException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public DtkException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }
}

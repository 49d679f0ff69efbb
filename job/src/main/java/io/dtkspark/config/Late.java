package io.dtkspark.config;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.util.Optional;

/**
 * A setting whose text is only understood when it is used, as in detectkit 0.67.2: a wrong one
 * fails its metric, not the whole selection.
 *
 * @param text as written
 * @param value what it means; empty when it means nothing
 * @param problem the message for that case, else empty
 */
public record Late<T>(String text, Optional<T> value, String problem) {

  static <T> Late<T> of(String text, T value) {
    return new Late<>(text, Optional.of(value), "");
  }

  static <T> Late<T> failing(String text, DtkException problem) {
    return new Late<>(text, Optional.empty(), problem.getMessage());
  }

  /**
   * What the text means.
   *
   * @throws DtkException CONFIG when it means nothing
   */
  public T get() {
    return value.orElseThrow(() -> new DtkException(ErrorCode.CONFIG, problem));
  }
}

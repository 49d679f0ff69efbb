package io.dtkspark.config;

import java.util.List;
import java.util.Optional;

/**
 * What a project says about messages.
 *
 * @param errors whom to tell when a run fails; empty = nobody
 * @param hasHelpLink whether messages link to an explanation
 * @param helpUrl the project's own explanation; empty = the usual one
 */
public record ProjectAlerts(
    Optional<Errors> errors, boolean hasHelpLink, Optional<String> helpUrl) {

  /** No messages about failures, and the usual explanation. */
  public static final ProjectAlerts DEFAULT =
      new ProjectAlerts(Optional.empty(), true, Optional.empty());

  /**
   * Messages about failed runs.
   *
   * @param channels at least one
   * @param timezone of the times shown; empty = UTC
   */
  public record Errors(
      List<String> channels,
      List<String> mentions,
      Optional<String> template,
      Optional<String> timezone) {}
}

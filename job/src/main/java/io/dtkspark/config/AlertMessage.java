package io.dtkspark.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the messages of an alerting block carry beside the facts.
 *
 * @param dashboardUrl link of the title
 * @param links more links by label, in the order of the file
 */
public record AlertMessage(
    Templates templates,
    List<String> mentions,
    Optional<String> dashboardUrl,
    Map<String, String> links) {

  /** Messages as the channels write them. */
  public static final AlertMessage EMPTY =
      new AlertMessage(
          new Templates(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
          List.of(),
          Optional.empty(),
          Map.of());

  /** Texts that replace the channels' own; an empty one counts as not there. */
  public record Templates(
      Optional<String> single,
      Optional<String> consecutive,
      Optional<String> recovery,
      Optional<String> noData) {

    /** The text for an anomaly of this many points; either stands in for the other. */
    public Optional<String> forAnomaly(int points) {
      return points <= 1 ? single.or(() -> consecutive) : consecutive.or(() -> single);
    }
  }
}

package io.dtkspark.notify;

import io.dtkspark.alert.Alert;
import io.dtkspark.alert.Detection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was measured.
 *
 * @param epochMillis time of the datapoint, or of the failure
 * @param value NaN = no data
 * @param lower NaN or infinite = no bound
 * @param upper NaN or infinite = no bound
 * @param detector name, or how many
 * @param parameters of the detector as JSON; of several, {@code name: JSON} joined by semicolons
 * @param direction up, down, mixed or none
 * @param detectors how many agreed
 */
public record Evidence(
    long epochMillis,
    double value,
    double lower,
    double upper,
    String detector,
    String parameters,
    String direction,
    double severity,
    int detectors) {

  static Evidence of(Alert.Anomaly anomaly) {
    Detection leader = anomaly.leader();
    List<Detection> quorum = anomaly.quorum();
    boolean alone = quorum.size() == 1;
    String parameters =
        quorum.stream()
            .map(d -> d.detector().name() + ": " + d.detector().parameters())
            .collect(Collectors.joining("; "));
    return new Evidence(
        anomaly.epochMillis(),
        leader.value(),
        leader.lower(),
        leader.upper(),
        alone ? leader.detector().name() : quorum.size() + " detectors",
        alone ? leader.detector().parameters() : parameters,
        anomaly.direction().text(),
        anomaly.severity(),
        quorum.size());
  }

  static Evidence of(Alert.Recovery recovery) {
    Detection source = recovery.source();
    return new Evidence(
        recovery.epochMillis(),
        recovery.latest().value(),
        source.lower(),
        source.upper(),
        source.detector().name(),
        source.detector().parameters(),
        "none",
        0,
        1);
  }

  /** Nothing was measured. */
  static Evidence none(long epochMillis, String detector) {
    return new Evidence(
        epochMillis, Double.NaN, Double.NaN, Double.NaN, detector, "", "none", 0, 1);
  }
}

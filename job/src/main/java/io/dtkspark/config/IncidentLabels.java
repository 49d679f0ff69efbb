package io.dtkspark.config;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Incidents that people marked, and what they noted while marking them.
 *
 * @param captureWindows where they looked for points beyond a threshold; says nothing about
 *     incidents
 * @param alertReviews what they thought of alerts; says nothing about incidents
 */
public record IncidentLabels(
    List<Incident> incidents, List<Span> captureWindows, List<AlertReview> alertReviews) {

  public static final IncidentLabels NONE = new IncidentLabels(List.of(), List.of(), List.of());

  public IncidentLabels {
    incidents = List.copyOf(incidents);
    captureWindows = List.copyOf(captureWindows);
    alertReviews = List.copyOf(alertReviews);
  }

  /** Spans among the incidents, in order. */
  public List<Incident> intervals() {
    return incidents.stream().filter(incident -> !incident.point()).toList();
  }

  /** Points among the incidents, in order. */
  public List<Incident> points() {
    return incidents.stream().filter(Incident::point).toList();
  }

  /** A time with both ends. */
  public record Span(Instant start, Instant end) {}

  /**
   * One incident.
   *
   * @param span both ends belong to it; equal for a point
   * @param point whether it was written as a single moment
   * @param place where it is written, for messages: {@code incidents/x.yml:3: incidents[0]}
   */
  public record Incident(Span span, boolean point, Optional<String> label, String place) {}

  /** A verdict on an alert that would have been sent during {@code span}. */
  public record AlertReview(Span span, boolean valid) {}
}

package io.dtkspark.config;

import io.dtkspark.config.IncidentLabels.AlertReview;
import io.dtkspark.config.IncidentLabels.Incident;
import io.dtkspark.config.IncidentLabels.Span;
import io.dtkspark.config.python.PythonRepr;
import io.dtkspark.config.python.PythonTime;
import io.dtkspark.config.python.Whitespace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Reads labels: each incident is a point ({@code at}) or a span ({@code start}, {@code end}). Times
 * without offset are in the given time zone; of two moments a clock shows twice the first counts.
 */
final class IncidentReader {

  private static final List<PythonTime> FORMS = List.of(PythonTime.SECONDS, PythonTime.DAY);

  private final ZoneId zone;
  private final ConfigWarnings warnings;

  /**
   * @param timezone a name, or an empty text for UTC
   */
  IncidentReader(Optional<ConfigNode> timezone, ConfigWarnings warnings) {
    this.zone = timezone.map(IncidentReader::zone).orElse(ZoneOffset.UTC);
    this.warnings = warnings;
  }

  List<Incident> incidents(ConfigNode list) {
    return list.items().stream().map(this::incident).toList();
  }

  Incident incident(ConfigNode node) {
    Fields fields = node.fields(warnings);
    Optional<ConfigNode> at = fields.present("at");
    Optional<ConfigNode> start = fields.present("start");
    Optional<ConfigNode> end = fields.present("end");
    Optional<String> label = fields.optional("label").map(IncidentReader::anyText);
    fields.done();
    if (at.isPresent()) {
      Instant moment = instant(at.get());
      return new Incident(new Span(moment, moment), true, label, node.place());
    }
    if (start.isEmpty() || end.isEmpty()) {
      throw node.problem("expected 'at' for a point, or 'start' and 'end' for a span");
    }
    return new Incident(span(start.get(), end.get()), false, label, node.place());
  }

  List<Span> spans(ConfigNode list) {
    return list.items().stream()
        .map(
            node -> {
              Fields fields = node.fields(warnings);
              Span span = span(fields);
              fields.done();
              return span;
            })
        .toList();
  }

  List<AlertReview> reviews(ConfigNode list) {
    return list.items().stream()
        .map(
            node -> {
              Fields fields = node.fields(warnings);
              Span span = span(fields);
              Object verdict = fields.present("verdict").map(ConfigNode::value).orElse("valid");
              fields.done();
              return new AlertReview(span, !"false".equals(verdict));
            })
        .toList();
  }

  private Span span(Fields fields) {
    String expected = "the time it begins or ends";
    return span(fields.required("start", expected), fields.required("end", expected));
  }

  private Span span(ConfigNode start, ConfigNode end) {
    Span span = new Span(instant(start), instant(end));
    if (span.start().isAfter(span.end())) {
      throw start.mismatch("a time up to the end, " + end.shown());
    }
    return span;
  }

  /** Labels are for people only, so anything will do. */
  private static String anyText(ConfigNode node) {
    return node.value() instanceof String text ? text : PythonRepr.of(node.value());
  }

  /** Unquoted times are times already; anything else is read as text. */
  private Instant instant(ConfigNode node) {
    Object value = node.value();
    if (value instanceof Instant instant) {
      return instant;
    }
    Optional<LocalDateTime> time = Optional.empty();
    if (value instanceof LocalDateTime local) {
      time = Optional.of(local);
    } else if (value instanceof LocalDate date) {
      time = Optional.of(date.atStartOfDay());
    } else if (value instanceof String text) {
      time = PythonTime.parse(Whitespace.strip(text), FORMS);
    }
    return time.orElseThrow(() -> node.mismatch("a time such as \"2026-05-02 14:00:00\""))
        .atZone(zone)
        .toInstant();
  }

  /** Names of the tz database only; Java would also take offsets and invented prefixes. */
  private static ZoneId zone(ConfigNode node) {
    String name = node.text();
    if (name.isEmpty()) {
      return ZoneOffset.UTC;
    }
    if (ZoneId.getAvailableZoneIds().contains(name)) {
      return ZoneId.of(name);
    }
    return switch (name) {
      case "EST" -> ZoneOffset.ofHours(-5);
      case "MST" -> ZoneOffset.ofHours(-7);
      case "HST" -> ZoneOffset.ofHours(-10);
      default -> throw node.mismatch("a time zone such as \"Europe/Berlin\"");
    };
  }
}

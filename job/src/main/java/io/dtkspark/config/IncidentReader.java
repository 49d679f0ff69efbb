package io.dtkspark.config;

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
 * Checks incidents written inline: each is a point ({@code at}) or a span ({@code start}, {@code
 * end}). Times without offset are in the given time zone.
 */
final class IncidentReader {

  private static final List<PythonTime> FORMS = List.of(PythonTime.SECONDS, PythonTime.DAY);

  private IncidentReader() {}

  static void check(ConfigNode incidents, Optional<ConfigNode> timezone, ConfigWarnings warnings) {
    ZoneId zone = timezone.map(IncidentReader::zone).orElse(ZoneOffset.UTC);
    for (ConfigNode incident : incidents.items()) {
      Fields fields = incident.withTextKeys().fields(warnings);
      Optional<ConfigNode> at = fields.present("at");
      Optional<ConfigNode> start = fields.present("start");
      Optional<ConfigNode> end = fields.present("end");
      fields.present("label");
      fields.done();
      if (at.isPresent()) {
        instant(at.get(), zone);
      } else if (start.isPresent() && end.isPresent()) {
        checkSpan(start.get(), end.get(), zone);
      } else {
        throw incident.problem("expected 'at' for a point, or 'start' and 'end' for a span");
      }
    }
  }

  private static void checkSpan(ConfigNode start, ConfigNode end, ZoneId zone) {
    if (instant(start, zone).isAfter(instant(end, zone))) {
      throw start.mismatch("a time up to the end, " + end.shown());
    }
  }

  /** Unquoted times are times already; anything else is read as text. */
  private static Instant instant(ConfigNode node, ZoneId zone) {
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

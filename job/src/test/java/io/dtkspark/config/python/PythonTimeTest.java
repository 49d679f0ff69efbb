package io.dtkspark.config.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Recorded;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PythonTimeTest {

  @Test
  void timesAreReadAsStrptimeReadsThem() {
    assertEquals(
        List.of(),
        Recorded.differences(
            "start-times.tsv", 1, row -> millis(PythonTime.SECONDS.parse(row[0]))));
  }

  @Test
  void isoTimesAreReadAsFromisoformatReadsThem() {
    assertEquals(
        List.of(),
        Recorded.differences(
            "iso-times.tsv", 1, row -> millis(IsoTime.parseUtc(row[0].replace("Z", "+00:00")))));
  }

  @Test
  void theFirstFormThatFitsCounts() {
    List<PythonTime> forms = List.of(PythonTime.SECONDS, PythonTime.MINUTES, PythonTime.DAY);
    LocalDateTime expected = LocalDateTime.of(2024, 1, 2, 3, 4);
    assertEquals(Optional.of(expected), PythonTime.parse("2024-01-02 03:04", forms));
    assertTrue(PythonTime.parse("2024-01-02T03:04:05", forms).isEmpty());
    assertEquals(
        Optional.of(LocalDateTime.of(2024, 1, 2, 3, 4, 5)),
        PythonTime.T_SECONDS.parse("2024-01-02T03:04:05"));
  }

  private static String millis(Optional<LocalDateTime> time) {
    return time.map(t -> Long.toString(t.toInstant(ZoneOffset.UTC).toEpochMilli()))
        .orElse(Recorded.ERROR);
  }
}

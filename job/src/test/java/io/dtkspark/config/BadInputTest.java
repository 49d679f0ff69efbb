package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The whole message of every kind of mistake: file, line, key, value and what is allowed, and no
 * secrets. The metric of these cases starts with name, query and interval on lines 1 to 3, the
 * project with name and default_profile on lines 1 and 2; {@code ⏎} is a line break.
 */
class BadInputTest {

  @Test
  void messagesSayWhereWhatAndWhatIsAllowed() {
    assertEquals(
        List.of(),
        Recorded.differences(
            "bad-input.tsv", 2, row -> message(row[0], row[1].replace("⏎", "\n"))));
  }

  private static String message(String kind, String yaml) {
    try {
      switch (kind) {
        case "file" -> Yaml.metric(yaml);
        case "metric" -> Yaml.metric("name: m\nquery: q\ninterval: 60\n" + yaml);
        case "project" -> Yaml.project("name: p\ndefault_profile: d\n" + yaml);
        case "profiles" -> Yaml.profiles("profiles:\n" + yaml);
        case "state" -> Yaml.profiles("profiles:\n" + yaml).state(Optional.of("d"));
        default -> resolve(kind, yaml);
      }
      return "no error";
    } catch (DtkException e) {
      assertEquals(ErrorCode.CONFIG, e.code());
      return e.getMessage();
    }
  }

  private static void resolve(String type, String params) {
    MetricConfig metric =
        Yaml.metric(
            "name: m\nquery: q\ninterval: 60\ndetectors:\n  - type: "
                + type
                + "\n    params: "
                + params
                + "\n");
    DetectorConfig detector = metric.detectors().get(0);
    detector.resolve();
    detector.startTime();
    detector.batchSize();
  }
}

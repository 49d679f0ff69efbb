package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.error.DtkException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a file is accepted at all: every key of the three kinds of files, right and wrong. */
class VerdictsTest {

  @Test
  void filesAreAcceptedAndRejectedAsInTheOriginal() {
    assertEquals(
        List.of(), Recorded.differences("verdicts.tsv", 2, row -> verdict(row[0], row[1])));
  }

  private static String verdict(String kind, String flow) {
    try {
      switch (kind) {
        case "metric" -> Yaml.metric(merged("{name: m, query: q, interval: 60}", flow));
        case "project" -> Yaml.project(merged("{name: p, default_profile: a}", flow));
        default -> Yaml.profiles(flow);
      }
      return "OK";
    } catch (DtkException e) {
      return Recorded.ERROR;
    }
  }

  /** The base mapping with the keys of the other replaced: a merge key does just that. */
  private static String merged(String base, String flow) {
    String keys = flow.substring(1, flow.length() - 1);
    return "{<<: " + base + (keys.isEmpty() ? "" : ", " + keys) + "}";
  }
}

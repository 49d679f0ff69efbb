package io.dtkspark.autotune;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.autotune.Decision.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionLogTest {

  @Test
  void keysAreSortedAtEveryLevel() {
    DecisionLog log = new DecisionLog();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("score", 0.5);
    fields.put("chosen", List.of("hour", List.of("hour", "day_of_week")));
    fields.put("bound", null);
    log.add(Stage.DETECTOR_SELECT, "évalué", fields);
    log.add(Stage.WINDOW, "plain");
    assertEquals(
        "[{\"fields\":{\"bound\":null,\"chosen\":[\"hour\",[\"hour\",\"day_of_week\"]],\"score\":0.5},"
            + "\"message\":\"évalué\",\"stage\":\"detector_select\"},"
            + "{\"fields\":{},\"message\":\"plain\",\"stage\":\"window\"}]",
        DecisionLog.json(log.decisions()));
  }

  @Test
  void noDecisionsAreAnEmptyArray() {
    assertEquals("[]", DecisionLog.json(List.of()));
  }

  @Test
  void watcherHearsEveryDecisionInOrder() {
    List<String> heard = new ArrayList<>();
    DecisionLog log =
        new DecisionLog(
            decision -> heard.add(decision.stage().title() + ": " + decision.message()),
            (scored, planned, best) -> heard.add(scored + " of " + planned + ", best " + best));
    log.add(Stage.LABELS, "none");
    log.scored(3, 40, 0.5);
    log.add(Stage.GRID_SEARCH, "mad", Map.of("score", 1.0));
    assertEquals(List.of("LABELS: none", "3 of 40, best 0.5", "GRID SEARCH: mad"), heard);
    assertEquals(2, log.decisions().size());
  }

  @Test
  void fieldsThatChangeLaterDoNotChangeTheDecision() {
    Map<String, Object> fields = new LinkedHashMap<>(Map.of("score", 1.0));
    Decision decision = new Decision(Stage.LABELS, "m", fields);
    fields.put("score", 2.0);
    assertEquals(Map.of("score", 1.0), decision.fields());
  }
}

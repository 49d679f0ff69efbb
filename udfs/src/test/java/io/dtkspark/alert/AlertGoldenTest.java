package io.dtkspark.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every decision and every number a message shows, as detectkit 0.67.2 has them. */
class AlertGoldenTest {

  private static List<AlertGolden> all;

  @BeforeAll
  static void read() throws IOException {
    all = AlertGolden.readAll();
  }

  @Test
  void allKindsOfEventsAreCovered() {
    String events =
        all.stream().flatMap(g -> g.events().stream()).collect(Collectors.joining("\n"));
    for (String kind : List.of("anomaly", "recovery", "no_data", "mixed", "none", "up", "down")) {
      assertTrue(events.contains("\t" + kind + "\t"), kind);
    }
    assertTrue(all.size() > 5000);
  }

  @Test
  void replaysAreThoseOfTheOriginal() {
    for (AlertGolden golden : of("replay")) {
      List<String> events = new ArrayList<>();
      new AlertReplay(
              golden.rule(), golden.stored()::hasValue, (at, alert) -> events.add(line(at, alert)))
          .run(
              AlertGolden.millis(golden.question()[1]),
              AlertGolden.millis(golden.question()[2]),
              golden.stored().detections().iterator());
      assertEquals(text(golden.events()), text(events), golden.rule()::toString);
    }
  }

  @Test
  void liveDecisionsAreThoseOfTheOriginal() {
    for (AlertGolden golden : of("live")) {
      String[] question = golden.question();
      long now = AlertGolden.millis(question[1]);
      AlertDecision decision =
          AlertDecision.of(
              golden.rule(),
              new AlertState(AlertGolden.millis(question[3]), AlertGolden.millis(question[4]), 1),
              golden.stored().asOf(now),
              AlertState.NEVER,
              AlertGolden.millis(question[2]),
              now);
      List<String> events = decision.alert().map(alert -> line(now, alert)).stream().toList();
      assertEquals(
          text(golden.events()), text(events), () -> List.of(question) + " " + golden.rule());
    }
  }

  private static List<AlertGolden> of(String question) {
    return all.stream().filter(g -> g.question()[0].equals(question)).toList();
  }

  private static String text(List<String> events) {
    return String.join("\n", events);
  }

  static String line(long at, Alert alert) {
    if (alert instanceof Alert.NoData) {
      return join(at / 1000, "no_data", alert.epochMillis() / 1000);
    }
    if (alert instanceof Alert.Recovery recovery) {
      Detection source = recovery.source();
      return line(
          at,
          alert,
          recovery.latest().value(),
          source,
          join(source.detector().parameters(), "none", "0.0"),
          recovery.incident(),
          join(0, 0));
    }
    Alert.Anomaly anomaly = (Alert.Anomaly) alert;
    List<Detection> quorum = anomaly.quorum();
    String parameters =
        quorum.size() == 1
            ? quorum.get(0).detector().parameters()
            : quorum.stream()
                .map(d -> d.detector().name() + ":" + d.detector().parameters())
                .collect(Collectors.joining(";"));
    return line(
        at,
        alert,
        anomaly.leader().value(),
        anomaly.leader(),
        join(parameters, anomaly.direction().text(), anomaly.severity()),
        anomaly.streak(),
        join(anomaly.byShare() ? anomaly.streak().points() : 0, anomaly.byShare() ? 1 : 0));
  }

  private static String line(
      long at,
      Alert alert,
      double value,
      Detection shown,
      String described,
      Streak streak,
      String share) {
    String kind = alert instanceof Alert.Anomaly ? "anomaly" : "recovery";
    boolean known = streak.onsetMillis() != AlertState.NEVER;
    return join(
        at / 1000,
        kind,
        alert.epochMillis() / 1000,
        cell(value),
        cell(shown.lower()),
        cell(shown.upper()),
        described,
        streak.points(),
        known ? streak.onsetMillis() / 1000 : "-",
        streak.capped() ? 1 : 0,
        share);
  }

  private static Object cell(double value) {
    return Double.isNaN(value) ? "-" : value;
  }

  private static String join(Object... fields) {
    return List.of(fields).stream().map(String::valueOf).collect(Collectors.joining("\t"));
  }
}

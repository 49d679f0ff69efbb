package io.dtkspark.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Decisions of detectkit 0.67.2. The format is described in {@code src/test/golden/make_alerts.py}.
 *
 * @param question a line {@code replay} or {@code live}
 * @param events what came of it
 */
record AlertGolden(
    StoredDetections stored, AlertRule rule, String[] question, List<String> events) {

  static List<AlertGolden> readAll() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(AlertGolden.class.getResourceAsStream("/golden/alerts.txt.gz")),
                StandardCharsets.UTF_8))) {
      return new Reader().read(in);
    }
  }

  private static final class Reader {

    private final List<AlertGolden> all = new ArrayList<>();
    private final Map<String, DetectorKey> detectors = new HashMap<>();
    private long interval;
    private StoredDetections stored;
    private AlertRule rule;

    List<AlertGolden> read(BufferedReader in) throws IOException {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] fields = line.split("\t", -1);
        switch (fields[0]) {
          case "scenario" -> {
            interval = millis(fields[1]);
            stored = new StoredDetections(new ArrayList<>(), new HashMap<>(), new HashSet<>());
            detectors.clear();
          }
          case "row" -> row(fields);
          case "missing" -> stored.missing().add(millis(fields[1]));
          case "rule" -> rule = rule(fields);
          case "event" -> all.get(all.size() - 1).events().add(line.substring("event\t".length()));
          default -> all.add(new AlertGolden(stored, rule, fields, new ArrayList<>()));
        }
      }
      all.forEach(golden -> sort(golden.stored().detections()));
      return all;
    }

    private static void sort(List<Detection> detections) {
      detections.sort(
          (a, b) ->
              a.epochMillis() != b.epochMillis()
                  ? Long.compare(a.epochMillis(), b.epochMillis())
                  : a.detector().id().compareTo(b.detector().id()));
    }

    private void row(String[] f) {
      DetectorKey key = detectors.computeIfAbsent(f[2], id -> new DetectorKey(id, f[3], id + "!"));
      Detection detection =
          new Detection(
              millis(f[1]),
              key,
              number(f[5]),
              number(f[6]),
              number(f[7]),
              f[8].equals("1"),
              Direction.valueOf(f[9].toUpperCase(Locale.ROOT)),
              number(f[10]));
      stored.detections().add(detection);
      stored.storedMillis().put(detection, millis(f[4]));
    }

    private AlertRule rule(String[] f) {
      AlertRule.Builder builder =
          AlertRule.builder(interval)
              .quorum(Integer.parseInt(f[1]), DirectionPolicy.of(f[2]))
              .consecutive(Integer.parseInt(f[3]))
              .notifiesRecovery(f[8].equals("1"))
              .notifiesNoData(f[9].equals("1"));
      if (!f[4].equals("-")) {
        builder.fraction(millis(f[4]), number(f[5]));
      }
      if (!f[6].equals("-")) {
        builder.cooldown(Long.parseLong(f[6]) * interval, f[7].equals("1"));
      }
      return builder.build();
    }
  }

  static long millis(String seconds) {
    return seconds.equals("-") ? AlertState.NEVER : Long.parseLong(seconds) * 1000;
  }

  private static double number(String text) {
    return text.equals("-") ? Double.NaN : Double.parseDouble(text);
  }
}

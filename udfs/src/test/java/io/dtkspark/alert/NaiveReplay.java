package io.dtkspark.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules in the words they are written in: at every interval, walk back over all points. */
final class NaiveReplay {

  private final AlertRule rule;
  private final Map<Long, List<Detection>> points = new TreeMap<>(Comparator.reverseOrder());
  private long lastAlert = AlertState.NEVER;
  private long lastRecovery = AlertState.NEVER;
  private final List<String> fired = new ArrayList<>();

  NaiveReplay(AlertRule rule) {
    this.rule = rule;
  }

  /** One text per alert: time, kind, points of the streak, its onset, leader. */
  List<String> run(StoredDetections stored, long from, long last) {
    for (long now = from; now <= last; now += rule.intervalMillis()) {
      long until = now;
      points.clear();
      stored.detections().stream()
          .filter(d -> d.epochMillis() <= until)
          .forEach(d -> points.computeIfAbsent(d.epochMillis(), t -> new ArrayList<>()).add(d));
      at(now, stored);
    }
    return fired;
  }

  private void at(long now, StoredDetections stored) {
    boolean ended = rule.cooldownEndsOnRecovery() && lastRecovery > lastAlert;
    boolean silent =
        lastAlert != AlertState.NEVER && !ended && now - lastAlert < rule.cooldownMillis();
    if (rule.notifiesNoData() && !stored.hasValue(now) && !silent) {
      fired.add(now + " no data");
      lastAlert = now;
      return;
    }
    if (points.isEmpty()) {
      return;
    }
    long newest = points.keySet().iterator().next();
    List<Detection> quorum = quorum(points.get(newest), Direction.NONE);
    if (!quorum.isEmpty() && !silent) {
      int run = run(newest, locked(quorum));
      int matches = matches(newest, locked(quorum));
      boolean share =
          rule.windowPoints() > 0 && (double) matches / rule.windowPoints() >= rule.minShare();
      if (run >= rule.consecutive() || share) {
        fired.add(now + (run >= rule.consecutive() ? " run " + run : " share " + matches));
        lastAlert = now;
        return;
      }
    }
    recover(now, newest);
  }

  private void recover(long now, long newest) {
    boolean open = lastAlert != AlertState.NEVER && lastRecovery < lastAlert;
    if (!rule.notifiesRecovery() || !open) {
      return;
    }
    Direction trigger = trigger();
    boolean blocked =
        points.get(newest).stream()
            .anyMatch(d -> d.anomaly() && (trigger == Direction.NONE || d.direction() == trigger));
    boolean elevated =
        rule.windowPoints() > 0
            && (double) matches(newest, trigger) / rule.windowPoints() >= rule.minShare() / 2;
    if (newest <= lastAlert || (!blocked && !elevated)) {
      fired.add(now + " recovery " + incident());
      lastRecovery = now;
    }
  }

  private Direction trigger() {
    return switch (rule.policy()) {
      case UP -> Direction.UP;
      case DOWN -> Direction.DOWN;
      case ANY -> Direction.NONE;
      case SAME -> {
        long then = points.keySet().stream().filter(t -> t <= lastAlert).findFirst().orElse(-1L);
        List<Detection> point = points.getOrDefault(then, List.of());
        List<Detection> quorum = quorum(point, Direction.NONE);
        int lead = anomalies(point, Direction.UP).size() - anomalies(point, Direction.DOWN).size();
        Direction majority = lead > 0 ? Direction.UP : lead < 0 ? Direction.DOWN : Direction.NONE;
        yield quorum.isEmpty() ? majority : quorum.get(0).direction();
      }
    };
  }

  private int incident() {
    for (long time : points.keySet()) {
      List<Detection> quorum = quorum(points.get(time), Direction.NONE);
      if (!quorum.isEmpty()) {
        return run(time, locked(quorum));
      }
    }
    return 0;
  }

  private Direction locked(List<Detection> quorum) {
    return rule.policy() == DirectionPolicy.ANY ? Direction.NONE : quorum.get(0).direction();
  }

  private int run(long newest, Direction locked) {
    int run = 0;
    long time = newest;
    while (!quorum(points.getOrDefault(time, List.of()), locked).isEmpty()) {
      run++;
      long older = time - rule.intervalMillis();
      time = between(older, time) ? AlertState.NEVER : older;
    }
    return run;
  }

  private boolean between(long from, long to) {
    return points.keySet().stream().anyMatch(t -> t > from && t < to);
  }

  private int matches(long newest, Direction locked) {
    int matches = 0;
    for (int k = 0; k < rule.windowPoints(); k++) {
      long slot = newest - k * rule.intervalMillis();
      matches += quorum(points.getOrDefault(slot, List.of()), locked).isEmpty() ? 0 : 1;
    }
    return matches;
  }

  /** The detections that meet the rule, most severe first; none when they do not. */
  private List<Detection> quorum(List<Detection> point, Direction locked) {
    return switch (rule.policy()) {
      case ANY -> enough(point.stream().filter(Detection::anomaly).toList());
      case UP -> enough(anomalies(point, Direction.UP));
      case DOWN -> enough(anomalies(point, Direction.DOWN));
      case SAME -> locked == Direction.NONE ? agreeing(point) : enough(anomalies(point, locked));
    };
  }

  private List<Detection> agreeing(List<Detection> point) {
    Comparator<List<Detection>> bySeverity =
        Comparator.comparing(side -> side.isEmpty() ? -1 : side.get(0).severity());
    Comparator<List<Detection>> better =
        Comparator.<List<Detection>>comparingInt(List::size)
            .thenComparing(bySeverity)
            .thenComparing(side -> side.isEmpty() ? "" : side.get(0).detector().name());
    List<Detection> ups = enough(anomalies(point, Direction.UP));
    List<Detection> downs = enough(anomalies(point, Direction.DOWN));
    return better.compare(downs, ups) > 0 ? downs : ups;
  }

  private List<Detection> enough(List<Detection> votes) {
    return votes.size() >= rule.minDetectors() ? votes : List.of();
  }

  private static List<Detection> anomalies(List<Detection> point, Direction direction) {
    return point.stream()
        .filter(d -> d.anomaly() && d.direction() == direction)
        .sorted(
            Comparator.comparing(Detection::severity)
                .thenComparing(d -> d.detector().name())
                .reversed())
        .toList();
  }
}

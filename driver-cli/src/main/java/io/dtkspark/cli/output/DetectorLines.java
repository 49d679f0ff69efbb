package io.dtkspark.cli.output;

import io.dtkspark.cli.Style;
import io.dtkspark.plan.DetectPlan;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** The detectors' part of a metric's tree, in configured order whatever order they finish in. */
final class DetectorLines {

  /** Takes one line of the tree. */
  @FunctionalInterface
  interface LineSink {
    void add(String text, Style... styles);
  }

  private static final class Progress {
    private final DetectPlan plan;
    private OptionalLong anomalies = OptionalLong.empty();

    Progress(DetectPlan plan) {
      this.plan = plan;
    }

    boolean isDone() {
      return anomalies.isPresent() || plan.status() != DetectPlan.Status.READY;
    }
  }

  private final SortedMap<Integer, Progress> byPosition = new TreeMap<>();
  private int count;

  void planned(int detectors, DetectPlan plan) {
    count = detectors;
    byPosition.put(plan.position(), new Progress(plan));
  }

  void finished(DetectPlan plan, long anomalies) {
    byPosition.computeIfAbsent(plan.position(), p -> new Progress(plan)).anomalies =
        OptionalLong.of(anomalies);
  }

  /** Anomalies of all detectors; empty unless every one of them is done. */
  OptionalLong total() {
    boolean allDone =
        byPosition.size() == count && byPosition.values().stream().allMatch(Progress::isDone);
    return allDone
        ? OptionalLong.of(byPosition.values().stream().mapToLong(p -> p.anomalies.orElse(0)).sum())
        : OptionalLong.empty();
  }

  void forEachLine(LineSink sink) {
    byPosition.forEach((position, progress) -> describe(progress, sink));
  }

  private void describe(Progress progress, LineSink sink) {
    DetectPlan plan = progress.plan;
    sink.add("  │");
    sink.add("  │ [" + (plan.position() + 1) + "/" + count + "] Detector: " + plan.type());
    if (plan.replace().isPresent()) {
      sink.add("  │   Full refresh: stored detections are replaced", Style.YELLOW);
    }
    switch (plan.status()) {
      case UP_TO_DATE -> sink.add("  │   Nothing to detect (already up to date)");
      case WAITING_FOR_INTERVAL -> sink.add("  │   Waiting for at least one complete interval");
      case READY -> {
        String from = Wording.time(plan.range().fromInclusive());
        String to = Wording.time(plan.range().toExclusive());
        sink.add("  │   Detecting from " + from + " to " + to);
        sink.add("  │   " + MetricTree.size(plan.points(), plan.batchSize()));
        progress.anomalies.ifPresent(anomalies -> result(anomalies, sink));
      }
    }
  }

  private static void result(long anomalies, LineSink sink) {
    Style style = anomalies > 0 ? Style.YELLOW : Style.GREEN;
    sink.add("  │   └─ Detected " + Wording.count(anomalies) + " anomalies", style);
  }
}

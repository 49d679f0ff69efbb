package io.dtkspark.cli.output;

import io.dtkspark.alert.Alert;
import io.dtkspark.alert.AlertDecision.Outcome;
import io.dtkspark.cli.Style;
import io.dtkspark.notify.Delivery;
import io.dtkspark.run.BlockReport;
import java.util.List;

/** The alert step's part of a metric's tree. */
final class AlertLines {

  private static final String LAST = "  └─ ";
  private static final String MORE = "  │ ";

  /** Takes lines in order. */
  @FunctionalInterface
  interface Lines {
    void add(String text, Style... styles);
  }

  private final Lines lines;

  AlertLines(Lines lines) {
    this.lines = lines;
  }

  /**
   * What the active blocks did.
   *
   * @param configured blocks the metric has, active or not
   */
  void write(int configured, List<BlockReport> blocks) {
    if (blocks.isEmpty()) {
      lines.add(LAST + (configured == 0 ? "Alerting not enabled" : "No active alerting blocks"));
      return;
    }
    boolean alone = blocks.size() == 1;
    for (int i = 0; i < blocks.size(); i++) {
      if (!alone) {
        String channels = String.join(", ", blocks.get(i).block().channels());
        lines.add(MORE + "[" + (i + 1) + "/" + blocks.size() + "] Channels: " + channels);
      }
      write(blocks.get(i), alone ? LAST : MORE + "└─ ");
    }
    if (!alone) {
      long sent = blocks.stream().mapToLong(BlockReport::alerts).sum();
      lines.add(LAST + "Total alerts sent: " + sent, sent > 0 ? Style.YELLOW : Style.GREEN);
    }
  }

  private void write(BlockReport report, String end) {
    if (report.decision().alert().isEmpty()) {
      lines.add(end + silence(report));
      return;
    }
    boolean recovery = report.decision().outcome() == Outcome.RECOVERY;
    lines.add(
        MORE + headline(report.decision().alert().get()), recovery ? Style.GREEN : Style.YELLOW);
    report.deliveries().forEach(this::write);
    String kind = recovery ? " recovery message(s)" : " alert(s)";
    lines.add(
        end + "Sent " + report.delivered() + " of " + report.deliveries().size() + kind,
        report.delivered() > 0 ? Style.GREEN : Style.RED);
  }

  private static String silence(BlockReport report) {
    return switch (report.decision().outcome()) {
      case SUPPRESSED ->
          "Suppressed until "
              + report.block().timing().suppressUntilMillis().map(Wording::time).orElse("later");
      case NO_DETECTIONS -> "No detections to judge yet";
      default -> "No alert needed";
    };
  }

  private static String headline(Alert alert) {
    String time = Wording.time(alert.epochMillis());
    if (alert instanceof Alert.Anomaly anomaly) {
      return "⚠ Alert: "
          + Wording.count(anomaly.streak().points())
          + " anomalous point(s), "
          + anomaly.direction().text()
          + ", the latest at "
          + time;
    }
    return alert instanceof Alert.Recovery
        ? "✓ Recovered at " + time
        : "⚠ No data: the interval at " + time + " has no datapoint";
  }

  private void write(Delivery delivery) {
    String text = MORE + "  ";
    if (delivery.isDelivered()) {
      lines.add(text + "✓ " + delivery.channel(), Style.GREEN);
    } else {
      lines.add(text + "✗ " + delivery.channel() + ": " + delivery.problem().get(), Style.RED);
    }
  }
}

package io.dtkspark.cli.command;

import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.Shell;
import io.dtkspark.cli.Style;
import io.dtkspark.cli.option.ProjectOptions;
import io.dtkspark.config.AlertConfig;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.notify.Delivery;
import io.dtkspark.notify.Notice;
import io.dtkspark.notify.SampleNotice;
import io.dtkspark.notify.channel.Channels;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dtk test-alert}: sends an invented alert, to see that it arrives and how it looks. */
@Command(name = "test-alert", description = "Send an invented alert to the channels of a metric.")
public final class TestAlertCommand extends ConsoleCommand {

  @Parameters(paramLabel = "METRIC", description = "Name of the metric.")
  private String metric;

  @Mixin private ProjectOptions projectOptions;

  TestAlertCommand(Shell shell) {
    super(shell);
  }

  /** As in the original, channels that fail and blocks that are switched off are no failure. */
  @Override
  int execute() {
    Workspace workspace = Workspace.open(shell(), console(), projectOptions);
    MetricConfig found =
        workspace
            .files()
            .find(metric)
            .orElseThrow(
                () ->
                    new DtkException(
                        ErrorCode.CONFIG, "metrics/ has no metric called '" + metric + "'"));
    List<AlertConfig> blocks = found.alerting().stream().filter(AlertConfig::isActive).toList();
    if (blocks.isEmpty()) {
      console().line("Metric '" + metric + "' has no active alerting block", Style.YELLOW);
      return ExitCodes.OK;
    }
    try (Channels channels = new Channels(workspace.channels())) {
      console().line("Sending a test alert for metric: " + metric);
      blocks.forEach(block -> send(workspace, found, block, channels));
    }
    return ExitCodes.OK;
  }

  private void send(Workspace workspace, MetricConfig found, AlertConfig block, Channels channels) {
    Notice notice =
        SampleNotice.of(workspace.project(), found, block, Instant.now().toEpochMilli());
    List<Delivery> deliveries =
        channels.send(block.channels(), notice, block.message().templates().consecutive());
    for (Delivery delivery : deliveries) {
      if (delivery.isDelivered()) {
        console().line("  ✓ " + delivery.channel(), Style.GREEN);
      } else {
        String problem = delivery.channel() + ": " + delivery.problem().get();
        console().line("  ✗ " + problem, Style.RED);
      }
    }
    long sent = deliveries.stream().filter(Delivery::isDelivered).count();
    console().line("Sent to " + sent + " of " + deliveries.size() + " channel(s)");
  }
}

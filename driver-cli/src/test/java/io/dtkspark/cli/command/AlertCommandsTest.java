package io.dtkspark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.dtkspark.cli.CommandLineRun;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.TestProject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that send messages. */
class AlertCommandsTest {

  @TempDir private Path directory;

  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer chat;
  private TestProject project;

  @BeforeEach
  void startChat() throws IOException {
    chat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    chat.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    chat.start();
    project = TestProject.create(directory);
    writeProfiles("state.duckdb");
  }

  @AfterEach
  void stopChat() {
    chat.stop(0);
  }

  @Test
  void testAlertSendsDetectkitsSampleToEachBlock() {
    project.writeMetric(
        "cpu",
        """
        alerting:
          - {channels: [chat], direction: any, min_detectors: 2}
          - {channels: [chat], enabled: false}
          - {channels: [card], template_consecutive: "look at {metric_name}"}
        """);
    project.write("metrics/broken.yml", "name: [");
    CommandLineRun run = CommandLineRun.in(directory, "test-alert", "cpu");
    assertEquals(ExitCodes.OK, run.exitCode(), run.err());
    assertEquals(2, received.size());
    String first = received.get(0);
    for (String part : List.of("0.8532", "0.4521", "0.6234", "4.52", "mixed", "8640")) {
      assertTrue(first.contains(part), part + " in " + first);
    }
    assertTrue(received.get(1).contains("look at cpu"), received.get(1));
    assertTrue(run.out().contains("Sent to 1 of 1 channel(s)"), run.out());
  }

  @Test
  void testAlertToADeadChannelSucceedsAndKeepsItsAddressSecret() {
    project.writeMetric("cpu", "alerting: {channels: [dead, absent]}\n");
    CommandLineRun run = CommandLineRun.in(directory, "test-alert", "cpu");
    assertEquals(ExitCodes.OK, run.exitCode());
    assertTrue(run.out().contains("✗ dead: "), run.out());
    assertTrue(run.out().contains("✗ absent: "), run.out());
    assertFalse((run.out() + run.err()).contains("s3cr3t"), run.out());
  }

  @Test
  void testAlertOfAMetricWithoutAlertsSendsNothing() {
    project.writeMetric("cpu", "");
    CommandLineRun run = CommandLineRun.in(directory, "test-alert", "cpu");
    assertEquals(ExitCodes.OK, run.exitCode());
    assertTrue(run.out().contains("no active alerting block"), run.out());
  }

  @Test
  void testAlertOfAnUnknownMetricFails() {
    CommandLineRun run = CommandLineRun.in(directory, "test-alert", "absent");
    assertEquals(ExitCodes.FAILED, run.exitCode());
    assertTrue(run.err().contains("'absent'"), run.err());
  }

  @Test
  void aStateThatCannotBeOpenedIsTold() {
    project.write(
        "detectkit_project.yml",
        "name: demo\ndefault_profile: dev\nerror_alerting: {enabled: true, channels: [chat]}\n");
    writeProfiles("metrics");
    project.writeMetric("cpu", "");
    CommandLineRun run = CommandLineRun.in(directory, "run", "-s", "cpu", "--json");
    assertEquals(ExitCodes.FAILED, run.exitCode());
    assertEquals(1, received.size(), run.err());
    assertTrue(received.get(0).contains("<startup>"), received.get(0));
    assertTrue(run.out().contains("\"status\": \"error\""), run.out());
  }

  @Test
  void leavingOutTheOnlyStepIsAUsageError() {
    CommandLineRun run =
        CommandLineRun.in(directory, "run", "-s", "cpu", "--steps", "alert", "--no-alerts");
    assertEquals(ExitCodes.USAGE, run.exitCode());
    assertTrue(run.err().contains("--no-alerts"), run.err());
  }

  private void writeProfiles(String path) {
    project.write(
        "profiles.yml",
        """
        default_profile: dev
        profiles:
          dev: {type: duckdb, path: %1$s}
        alert_channels:
          chat: {type: webhook, webhook_url: "http://127.0.0.1:%2$d/", format: json}
          card: {type: webhook, webhook_url: "http://127.0.0.1:%2$d/"}
          dead: {type: webhook, webhook_url: "http://127.0.0.1:1/s3cr3t", timeout: 1}
        """
            .formatted(path, chat.getAddress().getPort()));
  }
}

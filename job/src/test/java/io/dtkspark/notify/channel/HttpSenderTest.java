package io.dtkspark.notify.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.ChannelConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSenderTest {

  private final List<Long> pauses = new ArrayList<>();
  private final HttpSender sender = new HttpSender(pauses::add);
  private ChatServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ChatServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void serverErrorsAreTriedAgainWithGrowingPauses() throws Exception {
    server.answer(500, Map.of(), "");
    server.answer(503, Map.of(), "");
    send(server.url());
    assertEquals(3, server.received().size());
    assertEquals(List.of(1000L, 2000L), pauses);
  }

  @Test
  void theServersWishForAPauseIsRespected() throws Exception {
    server.answer(429, Map.of("Retry-After", "7"), "");
    server.answer(429, Map.of("Retry-After", "0.25"), "");
    send(server.url());
    assertEquals(List.of(7000L, 250L), pauses);
  }

  @Test
  void aPauseCanBeADateAndIsLimited() throws Exception {
    ZonedDateTime tomorrow = ZonedDateTime.now(ZoneOffset.UTC).plusDays(1);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(tomorrow);
    server.answer(429, Map.of("Retry-After", date), "");
    server.answer(429, Map.of("Retry-After", "soon"), "");
    send(server.url());
    assertEquals(List.of(30_000L, 1000L), pauses);
  }

  @Test
  void threeAttemptsAreEnough() {
    for (int i = 0; i < 3; i++) {
      server.answer(502, Map.of(), "bad gateway");
    }
    assertEquals("the server answered 502: bad gateway", problem(server.url()));
    assertEquals(3, server.received().size());
  }

  @Test
  void refusalsAreNotTriedAgain() {
    server.answer(404, Map.of(), "");
    assertEquals("the server answered 404", problem(server.url()));
    assertEquals(1, server.received().size());
  }

  @Test
  void secretsInAnswersAreHidden() {
    String url = server.url() + "/hooks/T0K3N-abc?key=hunter2";
    server.answer(400, Map.of(), "no hook T0K3N-abc at " + url + "\n(hunter2)");
    String problem = problem(url);
    assertFalse(problem.contains("T0K3N"), problem);
    assertFalse(problem.contains("hunter2"), problem);
    assertTrue(problem.startsWith("the server answered 400: no hook *** at"), problem);
  }

  @Test
  void aDeadServerIsNamedByTheKindOfErrorAlone() throws IOException {
    int port;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }
    assertEquals(
        "the server cannot be reached (ConnectException)",
        problem("http://127.0.0.1:" + port + "/secret-path"));
  }

  @Test
  void aSilentServerIsLeftAfterTheTimeout() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(
          "no answer within 1 seconds", problem("http://127.0.0.1:" + silent.getLocalPort()));
    }
  }

  @Test
  void addressesThatAreNoneAreNotRepeated() {
    for (String url : List.of("not a url: hunter2", "ftp://hunter2", "${WEBHOOK}")) {
      assertEquals("the address or a header of the channel is not valid", problem(url));
    }
  }

  private String problem(String url) {
    return assertThrows(DeliveryException.class, () -> send(url)).getMessage();
  }

  private void send(String url) throws DeliveryException, InterruptedException {
    ChannelConfig config = new ChannelConfig("c", "teams", Map.of("webhook_url", url));
    sender.send(HttpMessage.json(url, Map.of("a", 1)), 1, new Redactor(config));
  }
}

package io.dtkspark.notify.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.ChannelConfig;
import io.dtkspark.notify.Delivery;
import io.dtkspark.notify.Notice;
import io.dtkspark.notify.NoticeGolden;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ChannelsTest {

  private static final Notice NOTICE = NoticeGolden.notice("anomaly");

  @Test
  void aBrokenChannelDoesNotHinderTheOthers() throws Exception {
    try (ChatServer server = new ChatServer();
        ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, ChannelConfig> configs = new HashMap<>();
      add(configs, "good", "slack", Map.of("webhook_url", server.url() + "/good"));
      add(
          configs,
          "slow",
          "discord",
          Map.of("webhook_url", "http://127.0.0.1:" + silent.getLocalPort(), "timeout", 1L));
      add(configs, "wrong", "webhook", Map.of("webhook_url", server.url(), "format", "xml"));
      add(configs, "poor", "telegram", Map.of("bot_token", "12:secret"));
      try (Channels channels = new Channels(configs)) {
        List<Delivery> deliveries =
            channels.send(
                List.of("slow", "absent", "wrong", "poor", "good"), NOTICE, Optional.empty());
        assertEquals(
            List.of("slow", "absent", "wrong", "poor", "good"),
            deliveries.stream().map(Delivery::channel).toList());
        assertEquals(
            List.of(
                Optional.of("no answer within 1 seconds"),
                Optional.of("profiles.yml has no such channel under alert_channels"),
                Optional.of(
                    "alert_channels.wrong.format: expected alertmanager, attachments or json"
                        + " (webhook)"),
                Optional.of("alert_channels.poor.chat_id: expected a value (telegram)"),
                Optional.empty()),
            deliveries.stream().map(Delivery::problem).toList());
        assertTrue(deliveries.get(4).isDelivered());
        assertFalse(deliveries.get(0).isDelivered());
      }
      assertEquals(1, server.received().size());
    }
  }

  @Test
  void theSignatureCoversTheBytesOfTheBody() throws Exception {
    for (String format : List.of("attachments", "json", "alertmanager")) {
      try (ChatServer server = new ChatServer()) {
        Map<String, Object> settings =
            Map.of(
                "webhook_url",
                server.url(),
                "format",
                format,
                "secret",
                "schlüssel",
                "extra_headers",
                Map.of("x-detectkit-signature-256", "forged", "X-Team", "data"));
        Map<String, ChannelConfig> configs = new HashMap<>();
        add(configs, "hook", "webhook", settings);
        try (Channels channels = new Channels(configs)) {
          channels.send(List.of("hook"), NOTICE, Optional.empty());
        }
        ChatServer.Received received = server.last();
        assertEquals("data", received.header("X-Team"));
        assertEquals(
            "sha256=" + hmac(received.body()), received.header("X-Detectkit-Signature-256"));
      }
    }
  }

  private static String hmac(byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("schlüssel".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }

  private static void add(
      Map<String, ChannelConfig> configs, String name, String type, Map<String, Object> settings) {
    configs.put(name, new ChannelConfig(name, type, settings));
  }
}

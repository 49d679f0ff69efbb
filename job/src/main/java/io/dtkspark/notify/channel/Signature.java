package io.dtkspark.notify.channel;

import io.dtkspark.config.ChannelConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Extra headers and, with a {@code secret}, a signature as GitHub's webhooks have it: HMAC-SHA256
 * of the bytes of the body in {@code X-Detectkit-Signature-256}.
 */
final class Signature {

  private static final String HEADER = "X-Detectkit-Signature-256";
  private static final String ALGORITHM = "HmacSHA256";

  private final Map<String, String> headers;
  private final Optional<String> secret;

  Signature(ChannelConfig config) {
    headers = config.map("extra_headers");
    secret = config.text("secret").filter(text -> !text.isEmpty());
  }

  Map<String, String> headers() {
    return headers;
  }

  HttpMessage sign(HttpMessage message) {
    return secret.map(key -> signed(message, key)).orElse(message);
  }

  private static HttpMessage signed(HttpMessage message, String key) {
    Map<String, String> all = new LinkedHashMap<>(message.headers());
    // An extra header of that name must not replace the signature.
    all.keySet().removeIf(HEADER::equalsIgnoreCase);
    all.put(HEADER, "sha256=" + hmac(message.body(), key));
    return new HttpMessage(message.url(), all, message.body());
  }

  private static String hmac(byte[] body, String key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }
}

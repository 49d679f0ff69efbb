package io.dtkspark.notify.channel;

import io.dtkspark.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A POST request. Its URL can be a secret: {@link #toString()} shows nothing.
 *
 * @param body the bytes sent, which a signature may cover
 */
record HttpMessage(String url, Map<String, String> headers, byte[] body) {

  static HttpMessage json(String url, Object payload) {
    return json(url, Map.of(), payload);
  }

  /** A JSON document; {@code headers} replace the usual ones. */
  static HttpMessage json(String url, Map<String, String> headers, Object payload) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Content-Type", "application/json");
    all.putAll(headers);
    return new HttpMessage(url, all, JsonTree.text(payload).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "HttpMessage of " + body.length + " bytes";
  }
}

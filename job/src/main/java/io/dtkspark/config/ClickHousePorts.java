package io.dtkspark.config;

import java.util.Map;
import java.util.Optional;

/**
 * Which port of a ClickHouse server to take. detectkit speaks the native protocol, this program
 * HTTP, and a profile written for detectkit names the native port only.
 *
 * @param port the port of the HTTP interface
 * @param secure whether it speaks TLS
 */
record ClickHousePorts(int port, boolean secure) {

  /** The setting that asks for TLS, as detectkit's driver calls it. */
  private static final String SECURE = "secure";

  private static final int NATIVE = 9000;
  private static final int NATIVE_SECURE = 9440;
  private static final int HTTP = 8123;
  private static final int HTTPS = 8443;

  /**
   * @param port as written; the usual native ports stand for the usual HTTP ports, any other is
   *     taken for an HTTP port
   * @param httpPort as written; wins
   */
  static ClickHousePorts of(int port, Optional<Integer> httpPort) {
    int usual =
        switch (port) {
          case NATIVE -> HTTP;
          case NATIVE_SECURE -> HTTPS;
          default -> port;
        };
    int taken = httpPort.orElse(usual);
    return new ClickHousePorts(taken, port == NATIVE_SECURE || taken == HTTPS);
  }

  /** Adds what the ports say; a setting that is written already wins. */
  void addTo(Map<String, String> settings) {
    if (secure) {
      settings.putIfAbsent(SECURE, "true");
    }
  }
}

package io.dtkspark.source.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientConfigProperties;
import com.clickhouse.client.api.ClientFaultCause;
import io.dtkspark.config.Profile;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the client of a profile. Settings of the profile are settings of each query, as they are in
 * detectkit, but for those that are about the connection.
 */
public final class ClickHouseClients {

  /** Set by hand, or by the port. */
  private static final String SECURE = "secure";

  private static final int CONNECT_SECONDS = 10;

  /** A statement may be silent for as long as it runs. */
  private static final int SILENCE_SECONDS = 3600;

  /** Settings that the client itself understands, under its names for them. */
  private static final Set<String> CONNECTION =
      Set.of(
          "compress",
          "connection_timeout",
          "http_keep_alive_timeout",
          "key_store_password",
          "key_store_type",
          "max_open_connections",
          "proxy_host",
          "proxy_password",
          "proxy_port",
          "proxy_type",
          "proxy_user",
          "socket_timeout",
          "ssl_authentication",
          "ssl_key",
          "ssl_key_store",
          "sslcert",
          "sslrootcert",
          "trust_store");

  /** Settings of detectkit's driver, which never reach the server. */
  private static final Set<String> PYTHON_DRIVER =
      Set.of(
          "insert_block_size",
          "namedtuple_as_json",
          "opentelemetry_traceparent",
          "opentelemetry_tracestate",
          "quota_key",
          "server_side_params",
          "strings_as_bytes",
          "strings_encoding",
          "use_client_time_zone",
          "use_numpy");

  private ClickHouseClients() {}

  /**
   * The client; it connects when it is first used.
   *
   * <p>A request is tried again only when it cannot have reached the server. Nothing is compressed
   * unless {@code compress} asks for it: within a data centre that costs more than it saves.
   */
  static Client of(Profile profile) {
    return new Client.Builder()
        .addEndpoint(address(profile))
        .setUsername(profile.user())
        .setPassword(profile.password())
        .setClientName("dtk-spark")
        .setConnectTimeout(CONNECT_SECONDS, ChronoUnit.SECONDS)
        .setSocketTimeout(SILENCE_SECONDS, ChronoUnit.SECONDS)
        .setSocketKeepAlive(true)
        .compressServerResponse(false)
        .retryOnFailures(ClientFaultCause.ConnectTimeout, ClientFaultCause.ConnectionRequestTimeout)
        .setOptions(options(profile))
        .build();
  }

  /** The settings of a profile, as options of the official client. */
  public static Map<String, String> options(Profile profile) {
    Map<String, String> options = new TreeMap<>();
    for (Map.Entry<String, String> setting : profile.settings().entrySet()) {
      String name = setting.getKey();
      if (CONNECTION.contains(name)) {
        options.put(name, setting.getValue());
      } else if (!PYTHON_DRIVER.contains(name) && !name.equals(SECURE)) {
        options.put(ClientConfigProperties.serverSetting(name), setting.getValue());
      }
    }
    return options;
  }

  /** Whether the profile asks for TLS. */
  public static boolean isSecure(Profile profile) {
    return Boolean.parseBoolean(profile.settings().get(SECURE));
  }

  private static String address(Profile profile) {
    return (isSecure(profile) ? "https://" : "http://") + profile.host() + ":" + profile.port();
  }
}

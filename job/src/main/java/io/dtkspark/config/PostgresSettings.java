package io.dtkspark.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** libpq's names for what its JDBC driver (42.7) can do as well, and some of that driver's own. */
final class PostgresSettings {

  private static final String MODE = "sslmode";
  private static final String ROOT_CERTIFICATE = "sslrootcert";

  private static final String NO_COUNTERPART = "has no counterpart in Java's driver: take it out";
  private static final String SEPARATE_KEY = "is a key of the profile, not of its settings";

  private static final ConnectionSettings NAMES =
      new ConnectionSettings()
          .same(MODE, ROOT_CERTIFICATE, "sslcert", "sslkey", "sslpassword", "options", "gsslib")
          .renamed("application_name", "ApplicationName")
          .renamed("fallback_application_name", "ApplicationName")
          .renamed("connect_timeout", "connectTimeout")
          .renamed("channel_binding", "channelBinding")
          .renamed("gssencmode", "gssEncMode")
          .renamed("krbsrvname", "kerberosServerName")
          .renamed("require_auth", "requireAuth")
          .renamed("sslnegotiation", "sslNegotiation")
          .mapped(
              "keepalives",
              "tcpKeepAlive",
              value -> Boolean.toString(ConnectionSettings.flag(value)))
          .mapped("target_session_attrs", "targetServerType", PostgresSettings::serverType)
          .same("ApplicationName", "connectTimeout", "socketTimeout", "loginTimeout")
          .same("tcpKeepAlive", "ssl", "currentSchema", "targetServerType")
          .withoutEffect("client_encoding", "sslcompression", "keepalives_idle")
          .withoutEffect("keepalives_interval", "keepalives_count", "tcp_user_timeout")
          .refused("service", NO_COUNTERPART + ", and write what the service file says")
          .refused("passfile", "is not read: write `password`, e.g. as ${VARIABLE}")
          .refused("sslcrl", NO_COUNTERPART)
          .refused("sslcrldir", NO_COUNTERPART)
          .refused("ssl_min_protocol_version", NO_COUNTERPART)
          .refused("ssl_max_protocol_version", NO_COUNTERPART)
          .refused("requirepeer", NO_COUNTERPART)
          .refused("hostaddr", "is not read: write `host`")
          .refused("host", SEPARATE_KEY)
          .refused("port", SEPARATE_KEY)
          .refused("user", SEPARATE_KEY)
          .refused("password", SEPARATE_KEY)
          .refused("dbname", SEPARATE_KEY + ": write `database`");

  private PostgresSettings() {}

  /** As {@link ConnectionSettings#translate}. */
  static Map<String, String> translate(Map<String, String> written) {
    Map<String, String> settings = new LinkedHashMap<>(NAMES.translate(written));
    // To libpq a root certificate turns "require" into a demand to check against it.
    if ("require".equals(settings.get(MODE)) && settings.containsKey(ROOT_CERTIFICATE)) {
      settings.put(MODE, "verify-ca");
    }
    return settings;
  }

  private static String serverType(String attributes) {
    return switch (attributes) {
      case "any" -> "any";
      case "read-write", "primary" -> "primary";
      case "read-only", "standby" -> "secondary";
      case "prefer-standby" -> "preferSecondary";
      default -> throw new IllegalArgumentException("is not one that libpq knows");
    };
  }
}

package io.dtkspark.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PyMySQL's names for what Connector/J (9.7) can do as well, and some of that driver's own. */
final class MySqlSettings {

  private static final String MODE = "sslMode";
  private static final String KEY_STORE =
      "is a PEM file: put the certificate and its key into a PKCS12 file and name that with"
          + " clientCertificateKeyStoreUrl, clientCertificateKeyStoreType, and"
          + " clientCertificateKeyStorePassword";
  private static final String SEPARATE_KEY = "is a key of the profile, not of its settings";
  private static final String UTF8 = "is not read: text is always utf8mb4, as in detectkit";

  /** How PyMySQL's flags for TLS are passed on until {@link #mode} has looked at all of them. */
  private static final String CA = "ssl_ca";

  private static final String DISABLED = "ssl_disabled";
  private static final String VERIFY = "ssl_verify_cert";
  private static final String IDENTITY = "ssl_verify_identity";
  private static final String ASKED = "ssl";

  private static final ConnectionSettings NAMES =
      new ConnectionSettings()
          .seconds("connect_timeout", "connectTimeout")
          .seconds("read_timeout", "socketTimeout")
          .renamed("max_allowed_packet", "maxAllowedPacket")
          .renamed("bind_address", "localSocketAddress")
          .renamed("collation", "connectionCollation")
          .mapped("program_name", "connectionAttributes", name -> "program_name:" + name)
          .mapped("sql_mode", "sessionVariables", mode -> "sql_mode='" + quotable(mode) + "'")
          .same("init_command", CA, DISABLED, VERIFY, IDENTITY, ASKED)
          .renamed("ssl.ca", CA)
          .renamed("ssl.check_hostname", IDENTITY)
          .mapped("ssl.verify_mode", VERIFY, MySqlSettings::verifies)
          .refused("ssl_cert", KEY_STORE)
          .refused("ssl_key", KEY_STORE)
          .refused("ssl_key_password", KEY_STORE)
          .refused("ssl.cert", KEY_STORE)
          .refused("ssl.key", KEY_STORE)
          .same(MODE, "tlsVersions", "connectTimeout", "socketTimeout", "tcpKeepAlive")
          .same("trustCertificateKeyStoreUrl", "trustCertificateKeyStoreType")
          .same("trustCertificateKeyStorePassword", "clientCertificateKeyStoreUrl")
          .same("clientCertificateKeyStoreType", "clientCertificateKeyStorePassword")
          .same("allowPublicKeyRetrieval", "sessionVariables", "connectionTimeZone")
          .withoutEffect("write_timeout", "use_unicode", "autocommit", "local_infile")
          .withoutEffect("defer_connect", "binary_prefix")
          .refused("unix_socket", "does not work in Java: use `host` and `port`")
          .refused("read_default_file", "is not read: write its keys here")
          .refused("read_default_group", "is not read: write its keys here")
          .refused("charset", UTF8)
          .refused("host", SEPARATE_KEY)
          .refused("port", SEPARATE_KEY)
          .refused("user", SEPARATE_KEY)
          .refused("password", SEPARATE_KEY)
          .refused("passwd", SEPARATE_KEY)
          .refused("database", SEPARATE_KEY)
          .refused("db", SEPARATE_KEY);

  private MySqlSettings() {}

  /** As {@link ConnectionSettings#translate}. */
  static Map<String, String> translate(Map<String, String> written) {
    Map<String, String> settings = new LinkedHashMap<>(NAMES.translate(written));
    boolean nested = written.keySet().stream().anyMatch(name -> name.startsWith("ssl."));
    mode(settings, nested).ifPresent(mode -> settings.putIfAbsent(MODE, mode));
    settings.keySet().removeAll(List.of(DISABLED, VERIFY, IDENTITY, ASKED));
    return settings;
  }

  /**
   * How much TLS is asked for. Like PyMySQL: an authority to trust is one to check against, and the
   * nested form checks names too unless told not to.
   */
  private static Optional<String> mode(Map<String, String> settings, boolean nested) {
    boolean authority = settings.containsKey(CA);
    if (flag(settings, DISABLED, false)) {
      return Optional.of("DISABLED");
    }
    if (flag(settings, IDENTITY, nested && authority)) {
      return Optional.of("VERIFY_IDENTITY");
    }
    if (flag(settings, VERIFY, authority)) {
      return Optional.of("VERIFY_CA");
    }
    boolean asked = nested || authority || flag(settings, ASKED, false);
    return asked ? Optional.of("REQUIRED") : Optional.empty();
  }

  private static boolean flag(Map<String, String> settings, String name, boolean unset) {
    String value = settings.get(name);
    if (value == null) {
      return unset;
    }
    try {
      return ConnectionSettings.flag(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("setting '" + name + "' " + e.getMessage(), e);
    }
  }

  private static String verifies(String mode) {
    return switch (mode) {
      case "none" -> "false";
      case "optional", "required" -> "true";
      default -> mode;
    };
  }

  private static String quotable(String mode) {
    if (!mode.matches("[A-Za-z_, ]*")) {
      throw new IllegalArgumentException("must be names with commas between them");
    }
    return mode;
  }
}

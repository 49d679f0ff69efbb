package io.dtkspark.config;

import io.dtkspark.config.python.PythonRepr;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one profile of {@code profiles.yml}. */
final class ProfileReader {

  static final List<String> STATE_TYPES =
      List.of("clickhouse", "duckdb", "mariadb", "mysql", "postgres");

  private static final List<String> TYPES =
      List.of("bigquery", "clickhouse", "duckdb", "mariadb", "mysql", "postgres", "snowflake");
  private static final List<String> PORTLESS_TYPES = List.of("bigquery", "duckdb", "snowflake");

  private static final List<String> MYSQL_TYPES = List.of("mariadb", "mysql");

  private static final String MOTHERDUCK = "md:";
  private static final int MAX_PORT = 65_535;

  private ProfileReader() {}

  /**
   * @param root directory that a relative {@code path} starts at
   */
  static Profile read(String name, ConfigNode node, Path root, ConfigWarnings warnings) {
    Fields fields = node.fields(warnings);
    String type = fields.required("type", "one of " + String.join(", ", TYPES)).oneOf(TYPES);
    Optional<Integer> port = fields.optional("port").map(value -> value.whole(1, MAX_PORT));
    if (port.isEmpty() && !PORTLESS_TYPES.contains(type)) {
      throw node.missing("port", "the port of the " + type + " server");
    }
    Optional<String> path = fields.optionalText("path");
    Map<String, String> settings =
        settings(fields, type, path.filter(written -> written.startsWith(MOTHERDUCK)).isPresent());
    if (type.equals("clickhouse")) {
      port = Optional.of(httpPort(fields, port.orElseThrow(), settings));
    }
    Profile profile =
        new Profile(
            name,
            type,
            fields.text("host", "localhost"),
            port.orElse(0),
            fields.text("user", "default"),
            fields.text("password", ""),
            fields.optionalText("database").orElse(null),
            path.map(written -> absolute(root, written)).orElse(null),
            fields.flag("read_only", false),
            location(fields, type, "internal", "detectkit"),
            location(fields, type, "data", "main"),
            settings);
    checkCloudKeys(fields, type, profile.password());
    fields.done();
    return profile;
  }

  private static int httpPort(Fields fields, int port, Map<String, String> settings) {
    Optional<Integer> written = fields.optional("http_port").map(value -> value.whole(1, MAX_PORT));
    ClickHousePorts ports = ClickHousePorts.of(port, written);
    ports.addTo(settings);
    return ports.port();
  }

  /** Null when the type has no default and the file names none. */
  private static String location(Fields fields, String type, String kind, String duckdbDefault) {
    Optional<String> schema = fields.optionalText(kind + "_schema").filter(s -> !s.isEmpty());
    Optional<String> database = fields.optionalText(kind + "_database").filter(s -> !s.isEmpty());
    return switch (type) {
      case "duckdb" -> schema.orElse(duckdbDefault);
      case "postgres" -> schema.orElse(null);
      default -> database.orElse(null);
    };
  }

  /**
   * Relative to the project's root, where detectkit takes the current directory: a run from a
   * subfolder would otherwise start an empty database there.
   */
  private static String absolute(Path root, String path) {
    boolean notOnDisk =
        path.isEmpty()
            || path.equals(":memory:")
            || path.startsWith(MOTHERDUCK)
            || path.contains("://");
    // DuckDB itself fills in the home directory.
    boolean inHome = path.equals("~") || path.startsWith("~/");
    return notOnDisk || inHome ? path : root.resolve(path).normalize().toString();
  }

  /** The token of MotherDuck is one of its settings; one that stands there already wins. */
  private static Map<String, String> settings(Fields fields, String type, boolean motherduck) {
    Map<String, String> settings = new LinkedHashMap<>();
    fields
        .optionalText("motherduck_token")
        .filter(token -> motherduck && !token.isEmpty())
        .ifPresent(token -> settings.put("motherduck_token", token));
    Optional<ConfigNode> written = fields.present("settings").map(ConfigNode::withTextKeys);
    for (String key : written.map(ConfigNode::keys).orElse(List.of())) {
      ConfigNode value = written.orElseThrow().child(key).orElseThrow();
      if (key.equals("ssl") && value.isMapping() && MYSQL_TYPES.contains(type)) {
        // PyMySQL takes its demands for TLS in this form as well.
        ConfigNode ssl = value.withTextKeys();
        ssl.keys().forEach(name -> put(settings, "ssl." + name, ssl.child(name).orElseThrow()));
      } else if (value.isMapping() || value.isList()) {
        fields.warnings().add(value.remark("only single values are passed on to the database"));
      } else {
        put(settings, key, value);
      }
    }
    return settings;
  }

  private static void put(Map<String, String> settings, String name, ConfigNode value) {
    if (!value.isNull()) {
      settings.put(name, settingText(value.value()));
    }
  }

  private static String settingText(Object value) {
    return value instanceof Double ? PythonRepr.of(value) : value.toString();
  }

  private static void checkCloudKeys(Fields fields, String type, String password) {
    fields.checkOptionalTexts(
        "warehouse", "role", "private_key_passphrase", "credentials_json_path");
    fields.checkOptionalTexts("schema", "schema_name", "location", "dataset", "api_endpoint");
    Optional<String> account = fields.optionalText("account").filter(a -> !a.isEmpty());
    Optional<String> project = fields.optionalText("project").filter(p -> !p.isEmpty());
    Optional<String> key = fields.optionalText("private_key_path").filter(k -> !k.isEmpty());
    ConfigNode profile = fields.node();
    if (type.equals("snowflake")) {
      if (account.isEmpty()) {
        throw profile.missing("account", "the Snowflake account, e.g. \"myorg-myaccount\"");
      }
      fields.required("user", "the Snowflake user, which has no default");
      if (password.isEmpty() && key.isEmpty()) {
        throw profile.missing("private_key_path", "private_key_path or password");
      }
    }
    if (type.equals("bigquery") && project.isEmpty()) {
      throw profile.missing("project", "the id of the project that pays for queries");
    }
  }
}

package io.dtkspark.config;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/**
 * One connection of {@code profiles.yml}, environment variables filled in. Crosses to executors;
 * {@link #toString()} never shows the password.
 *
 * @param port ClickHouse: of the HTTP interface, also where the file names the native port
 * @param path DuckDB: absolute path of the file, or {@code :memory:}
 * @param settings database settings as text, secrets among them
 */
public record Profile(
    String name,
    String type,
    String host,
    int port,
    String user,
    String password,
    String database,
    String path,
    boolean readOnly,
    String internalLocation,
    String dataLocation,
    Map<String, String> settings)
    implements Serializable {

  /** Whether the type can hold the {@code _dtk_*} tables. */
  public boolean holdsState() {
    return !type.equals("snowflake") && !type.equals("bigquery");
  }

  Profile withSettings(Map<String, String> others) {
    return new Profile(
        name,
        type,
        host,
        port,
        user,
        password,
        database,
        path,
        readOnly,
        internalLocation,
        dataLocation,
        others);
  }

  @Override
  public String toString() {
    return Optional.ofNullable(path)
        .map(p -> name + " (" + type + " " + p + ")")
        .orElseGet(() -> name + " (" + type + " " + host + ":" + port + ")");
  }
}

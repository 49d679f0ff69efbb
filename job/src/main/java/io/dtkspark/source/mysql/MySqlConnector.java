package io.dtkspark.source.mysql;

import com.mysql.cj.jdbc.Driver;
import io.dtkspark.config.Profile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/**
 * Opens connections to the server of a profile. Results are streamed in binary form, row by row.
 * Moments are taken as they are stored, whatever zone the JVM or the session has.
 */
public final class MySqlConnector {

  /** PyMySQL's setting for a statement that begins every session. */
  private static final String INIT_COMMAND = "init_command";

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "connectTimeout", "15000",
          "tcpKeepAlive", "true",
          "characterEncoding", "UTF-8",
          "preserveInstants", "false",
          "useServerPrepStmts", "true",
          "rewriteBatchedStatements", "true",
          "tinyInt1isBit", "false",
          "allowPublicKeyRetrieval", "true");

  private final Profile profile;

  public MySqlConnector(Profile profile) {
    this.profile = profile;
  }

  /** A new connection. */
  public Connection connect() throws SQLException {
    return connect(properties());
  }

  /**
   * A new connection that may load rows from this process: only such a connection answers a server
   * that asks for a file.
   */
  public Connection connectForLoading() throws SQLException {
    Properties properties = properties();
    properties.setProperty("allowLoadLocalInfile", "true");
    return connect(properties);
  }

  /**
   * A new connection to read from: texts come in UTF-8, whatever the character sets of columns, and
   * the driver does not frame each streamed result with statements of its own, which fail where a
   * procedure returns several results.
   */
  Connection connectForReading() throws SQLException {
    Properties properties = properties();
    properties.setProperty("netTimeoutForStreamingResults", "0");
    properties.setProperty("characterSetResults", "UTF-8");
    return connect(properties);
  }

  private Connection connect(Properties properties) throws SQLException {
    Connection connection = new Driver().connect(url(), properties);
    String first = profile.settings().get(INIT_COMMAND);
    if (first != null) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(first);
      } catch (SQLException e) {
        try (connection) {
          throw e;
        }
      }
    }
    return connection;
  }

  private String url() {
    String database = profile.database() == null ? "" : profile.database();
    return "jdbc:mysql://"
        + encoded(profile.host())
        + ":"
        + profile.port()
        + "/"
        + encoded(database);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Properties properties() throws SQLException {
    Properties properties = new Properties();
    properties.putAll(DEFAULTS);
    properties.setProperty("user", profile.user());
    properties.setProperty("password", profile.password());
    properties.putAll(profile.settings());
    TrustedPem.replaceIn(properties);
    return properties;
  }
}

package io.dtkspark.source.postgres;

import io.dtkspark.config.Profile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections to the server of a profile. Moments are UTC whatever the JVM's zone. */
public final class PostgresConnector {

  private static final String CONNECT_SECONDS = "15";

  private final Profile profile;

  public PostgresConnector(Profile profile) {
    this.profile = profile;
  }

  /** A new connection. */
  public Connection connect() throws SQLException {
    return connect(server());
  }

  /** A new connection on which all values come as text, however often a statement is run. */
  Connection connectForText() throws SQLException {
    PGSimpleDataSource server = server();
    server.setBinaryTransfer(false);
    return connect(server);
  }

  private PGSimpleDataSource server() throws SQLException {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setServerNames(new String[] {profile.host()});
    server.setPortNumbers(new int[] {profile.port()});
    server.setDatabaseName(profile.database());
    server.setUser(profile.user());
    server.setPassword(profile.password());
    server.setProperty("ApplicationName", "dtk-spark");
    server.setProperty("connectTimeout", CONNECT_SECONDS);
    server.setProperty("tcpKeepAlive", "true");
    for (Map.Entry<String, String> setting : profile.settings().entrySet()) {
      server.setProperty(setting.getKey(), setting.getValue());
    }
    return server;
  }

  private static Connection connect(PGSimpleDataSource server) throws SQLException {
    Connection connection = server.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
    } catch (SQLException e) {
      try (connection) {
        throw e;
      }
    }
    return connection;
  }
}

package io.dtkspark.source.mysql;

import io.dtkspark.config.Profile;
import io.dtkspark.source.MetricSource;
import io.dtkspark.source.jdbc.ColumnTypes;
import io.dtkspark.source.jdbc.Engine;
import io.dtkspark.source.jdbc.ServerSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A MySQL or MariaDB server as a source. Rows come one by one, as text: a FLOAT, or a DOUBLE of so
 * many decimals, is rounded in its text, and detectkit reads the text.
 */
public final class MySqlSource implements Engine {

  private final Profile profile;

  private MySqlSource(Profile profile) {
    this.profile = profile;
  }

  /** A source that connects when it is first used. */
  public static MetricSource open(Profile profile) {
    return new ServerSource(profile, new MySqlSource(profile));
  }

  @Override
  public Connection connect() throws SQLException {
    return new MySqlConnector(profile).connectForReading();
  }

  @Override
  public void run(Connection connection, String sql, Reading reading) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setFetchSize(Integer.MIN_VALUE); // Anything else holds whole results.
      if (statement.execute(sql)) {
        try (ResultSet result = statement.getResultSet()) {
          reading.read(result);
        }
      }
    }
  }

  @Override
  public ColumnTypes types() {
    return MySqlColumns::reader;
  }

  @Override
  public String reason(SQLException failure) {
    return MySqlFailures.reason(profile, failure);
  }
}

package io.dtkspark.source;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.clickhouse.ClickHouseSource;
import io.dtkspark.source.mysql.MySqlSource;
import io.dtkspark.source.postgres.PostgresSource;

/** Opens the source that a profile names. */
public final class MetricSources {

  private MetricSources() {}

  /**
   * Opens the source.
   *
   * @throws DtkException CONFIG when the profile's type cannot be read yet, SOURCE when its
   *     database cannot be opened
   */
  public static MetricSource open(Profile profile) {
    return switch (profile.type()) {
      case "clickhouse" -> ClickHouseSource.open(profile);
      case "duckdb" -> DuckDbSource.open(profile);
      case "mysql", "mariadb" -> MySqlSource.open(profile);
      case "postgres" -> PostgresSource.open(profile);
      default ->
          throw new DtkException(
              ErrorCode.CONFIG,
              "profile '"
                  + profile.name()
                  + "': type '"
                  + profile.type()
                  + "' cannot be read here; supported so far: clickhouse, duckdb, mariadb, mysql, postgres");
    };
  }
}

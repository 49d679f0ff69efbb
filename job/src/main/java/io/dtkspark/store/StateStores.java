package io.dtkspark.store;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.clickhouse.ClickHouseStateStore;
import io.dtkspark.store.clickhouse.connector.ConnectorStateStore;
import io.dtkspark.store.clickhouse.connector.SparkConnector;
import io.dtkspark.store.duckdb.DuckDbStateStore;
import io.dtkspark.store.mysql.MySqlStateStore;
import io.dtkspark.store.postgres.PostgresStateStore;
import java.time.Clock;

/** Opens the state store that a profile names. */
public final class StateStores {

  private StateStores() {}

  /**
   * Opens the store; tables are not created or looked at yet.
   *
   * @throws DtkException CONFIG when the profile's type holds no state, STORE when its database
   *     cannot be opened
   */
  public static StateStore open(Profile profile) {
    return open(profile, Clock.systemUTC());
  }

  /** The same with the clock that lock and mirror rows take their time from. */
  public static StateStore open(Profile profile, Clock clock) {
    return switch (profile.type()) {
      case "clickhouse" ->
          SparkConnector.isChosen()
              ? ConnectorStateStore.open(profile, clock)
              : ClickHouseStateStore.open(profile, clock);
      case "duckdb" -> DuckDbStateStore.open(profile, clock);
      case "mariadb", "mysql" -> MySqlStateStore.open(profile, clock);
      case "postgres" -> PostgresStateStore.open(profile, clock);
      default ->
          throw new DtkException(
              ErrorCode.CONFIG,
              "profile '"
                  + profile.name()
                  + "': type '"
                  + profile.type()
                  + "' cannot hold the _dtk_* tables; it can be a source_profile");
    };
  }
}

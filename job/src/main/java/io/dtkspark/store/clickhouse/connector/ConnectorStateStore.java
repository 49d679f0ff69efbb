package io.dtkspark.store.clickhouse.connector;

import io.dtkspark.config.Profile;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.clickhouse.ClickHouseStateStore;
import java.time.Clock;
import java.util.regex.Pattern;

/** State in ClickHouse whose rows go by way of the Spark connector. */
public final class ConnectorStateStore {

  /**
   * The connector writes the name of a database into statements as it is, and its client puts it
   * into a header, which has no letters beyond ASCII.
   */
  private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9_ .-]+");

  private ConnectorStateStore() {}

  /**
   * A store that connects when it is first used. A database whose name the connector cannot take is
   * left to the built-in client.
   *
   * @param clock time of lock and mirror rows
   */
  public static StateStore open(Profile profile, Clock clock) {
    if (!SAFE_NAME.matcher(profile.internalLocation()).matches()) {
      return ClickHouseStateStore.open(profile, clock);
    }
    return ClickHouseStateStore.open(
        profile, clock, client -> new ConnectorTransport(profile, client));
  }
}

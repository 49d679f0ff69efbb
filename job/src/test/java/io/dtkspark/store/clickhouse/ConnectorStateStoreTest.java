package io.dtkspark.store.clickhouse;

import io.dtkspark.store.DatapointsContract;
import io.dtkspark.store.DetectionsContract;
import io.dtkspark.store.PublicationContract;
import io.dtkspark.store.Staging;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.TestDatabase;
import io.dtkspark.store.clickhouse.connector.ConnectorStateStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contracts about rows, kept by ClickHouse when rows go by way of the Spark connector. */
@Tag("clickhouse-connector")
class ConnectorStateStoreTest {

  @Nested
  class Datapoints extends DatapointsContract {
    @Override
    protected TestDatabase createDatabase() {
      return ClickHouseTestDatabase.createWithoutEscapes();
    }

    @Override
    protected StateStore openAnother() {
      return ConnectorStateStore.open(database.profile(), clock);
    }
  }

  @Nested
  class Detections extends DetectionsContract {
    @Override
    protected TestDatabase createDatabase() {
      return ClickHouseTestDatabase.createWithoutEscapes();
    }

    @Override
    protected StateStore openAnother() {
      return ConnectorStateStore.open(database.profile(), clock);
    }
  }

  @Nested
  class Publications extends PublicationContract {
    private ClickHouseTestDatabase server;

    @Override
    protected TestDatabase createDatabase() {
      server = ClickHouseTestDatabase.createWithoutEscapes();
      return server;
    }

    @Override
    protected StateStore openAnother() {
      return ConnectorStateStore.open(database.profile(), clock);
    }

    @Override
    protected void breakStaging(Staging staging) {
      server.run("DROP TABLE " + server.name(ClickHouseTables.completeName(staging)));
    }
  }
}

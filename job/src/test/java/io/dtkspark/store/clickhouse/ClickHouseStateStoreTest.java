package io.dtkspark.store.clickhouse;

import io.dtkspark.store.AlertsContract;
import io.dtkspark.store.AutotuneRunsContract;
import io.dtkspark.store.DatapointsContract;
import io.dtkspark.store.DetectionsContract;
import io.dtkspark.store.LockContract;
import io.dtkspark.store.MetricMirrorContract;
import io.dtkspark.store.PublicationContract;
import io.dtkspark.store.Staging;
import io.dtkspark.store.TablesContract;
import io.dtkspark.store.TestDatabase;
import io.dtkspark.store.UpkeepContract;
import org.junit.jupiter.api.Nested;

/** The contracts of a state store, kept by ClickHouse. */
class ClickHouseStateStoreTest {

  @Nested
  class Tables extends TablesContract {
    @Override
    protected TestDatabase createDatabase() {
      return ClickHouseTestDatabase.create();
    }
  }

  @Nested
  class Datapoints extends DatapointsContract {
    @Override
    protected TestDatabase createDatabase() {
      return ClickHouseTestDatabase.create();
    }
  }

  @Nested
  class Detections extends DetectionsContract {
    @Override
    protected TestDatabase createDatabase() {
      return ClickHouseTestDatabase.create();
    }
  }

  @Nested
  class Publications extends PublicationContract {
    private ClickHouseTestDatabase server;

    @Override
    protected TestDatabase createDatabase() {
      server = ClickHouseTestDatabase.create();
      return server;
    }

    @Override
    protected void breakStaging(Staging staging) {
      server.run("DROP TABLE " + server.name(ClickHouseTables.completeName(staging)));
    }
  }

  @Nested
  class Locks extends LockContract {
    @Override
    protected TestDatabase createDatabase() {
      return ClickHouseTestDatabase.create();
    }
  }

  @Nested
  class Mirror extends MetricMirrorContract {
    @Override
    protected TestDatabase createDatabase() {
      return ClickHouseTestDatabase.create();
    }
  }

  @Nested
  class UpkeepOfTables extends UpkeepContract {
    @Override
    protected TestDatabase createDatabase() {
      return ClickHouseTestDatabase.create();
    }
  }

  @Nested
  class RunsOfAutotune extends AutotuneRunsContract {
    @Override
    protected TestDatabase createDatabase() {
      return ClickHouseTestDatabase.create();
    }
  }

  @Nested
  class Alerts extends AlertsContract {
    @Override
    protected TestDatabase createDatabase() {
      return ClickHouseTestDatabase.create();
    }
  }
}

package io.dtkspark.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import io.dtkspark.store.server.RecordedTables;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contracts of a state store, kept by PostgreSQL. */
class PostgresStateStoreTest {

  @Nested
  class Tables extends TablesContract {
    private PostgresTestDatabase server;

    @Override
    protected TestDatabase createDatabase() {
      server = PostgresTestDatabase.create();
      return server;
    }

    @Test
    void theyAreThoseOfDetectkit() {
      RecordedTables recorded = new RecordedTables("postgres");
      assertEquals(recorded.lines(), recorded.describe(server));
    }
  }

  @Nested
  class Datapoints extends DatapointsContract {
    @Override
    protected TestDatabase createDatabase() {
      return PostgresTestDatabase.create();
    }
  }

  @Nested
  class Detections extends DetectionsContract {
    @Override
    protected TestDatabase createDatabase() {
      return PostgresTestDatabase.create();
    }
  }

  @Nested
  class Publications extends PublicationContract {
    private PostgresTestDatabase server;

    @Override
    protected TestDatabase createDatabase() {
      server = PostgresTestDatabase.create();
      return server;
    }

    @Override
    protected void breakStaging(Staging staging) {
      server.run("DROP TABLE " + server.name("_dtk_s_" + staging.name()));
    }
  }

  @Nested
  class Locks extends LockContract {
    @Override
    protected TestDatabase createDatabase() {
      return PostgresTestDatabase.create();
    }
  }

  @Nested
  class Mirror extends MetricMirrorContract {
    @Override
    protected TestDatabase createDatabase() {
      return PostgresTestDatabase.create();
    }
  }

  @Nested
  class UpkeepOfTables extends UpkeepContract {
    @Override
    protected TestDatabase createDatabase() {
      return PostgresTestDatabase.create();
    }
  }

  @Nested
  class RunsOfAutotune extends AutotuneRunsContract {
    @Override
    protected TestDatabase createDatabase() {
      return PostgresTestDatabase.create();
    }
  }

  @Nested
  class Alerts extends AlertsContract {
    @Override
    protected TestDatabase createDatabase() {
      return PostgresTestDatabase.create();
    }
  }
}

package io.dtkspark.store.duckdb;

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
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** The contracts of a state store, kept by DuckDB. */
class DuckDbStateStoreTest {

  private static DuckDbTestDatabase database(Path directory) {
    return new DuckDbTestDatabase(directory.resolve("state.duckdb"));
  }

  @Nested
  class Tables extends TablesContract {
    @Override
    protected TestDatabase createDatabase() {
      return database(directory);
    }
  }

  @Nested
  class Datapoints extends DatapointsContract {
    @Override
    protected TestDatabase createDatabase() {
      return database(directory);
    }
  }

  @Nested
  class Detections extends DetectionsContract {
    @Override
    protected TestDatabase createDatabase() {
      return database(directory);
    }
  }

  @Nested
  class Publications extends PublicationContract {
    private DuckDbTestDatabase file;

    @Override
    protected TestDatabase createDatabase() {
      file = database(directory);
      return file;
    }

    @Override
    protected void breakStaging(Staging staging) {
      file.run("DROP TABLE _dtk_staging.main." + staging.name());
    }
  }

  @Nested
  class Locks extends LockContract {
    @Override
    protected TestDatabase createDatabase() {
      return database(directory);
    }
  }

  @Nested
  class Mirror extends MetricMirrorContract {
    @Override
    protected TestDatabase createDatabase() {
      return database(directory);
    }
  }

  @Nested
  class UpkeepOfTables extends UpkeepContract {
    @Override
    protected TestDatabase createDatabase() {
      return database(directory);
    }
  }

  @Nested
  class RunsOfAutotune extends AutotuneRunsContract {
    @Override
    protected TestDatabase createDatabase() {
      return database(directory);
    }
  }

  @Nested
  class Alerts extends AlertsContract {
    @Override
    protected TestDatabase createDatabase() {
      return database(directory);
    }
  }
}

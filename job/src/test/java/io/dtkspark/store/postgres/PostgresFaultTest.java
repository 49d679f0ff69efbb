package io.dtkspark.store.postgres;

import io.dtkspark.config.Profile;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import io.dtkspark.store.TestDatabase;
import io.dtkspark.store.server.ServerFaultContract;
import io.dtkspark.store.server.ServerTestDatabase;
import org.junit.jupiter.api.Test;

/** PostgreSQL does not let the store in, or has no room. */
class PostgresFaultTest extends ServerFaultContract {

  private static final String READER = "dtk_reader_" + ProcessHandle.current().pid();

  private PostgresTestDatabase schemas;

  @Override
  protected TestDatabase createDatabase() {
    schemas = PostgresTestDatabase.create();
    return schemas;
  }

  @Override
  protected ServerTestDatabase server() {
    return schemas;
  }

  @Override
  protected String createReader() {
    String schema = schemas.name("").replace(".\"\"", "");
    schemas.run("CREATE ROLE " + READER + " LOGIN PASSWORD '" + PASSWORD + "'");
    schemas.run("GRANT USAGE ON SCHEMA " + schema + " TO " + READER);
    schemas.run("GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO " + READER);
    return READER;
  }

  @Override
  protected void dropReader() {
    schemas.run(
        "DO $$BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = '"
            + READER
            + "') THEN DROP OWNED BY "
            + READER
            + "; DROP ROLE "
            + READER
            + "; END IF; END$$");
  }

  @Override
  protected void dropConnections() {
    schemas.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%in \"\"x\"\" "
            + ProcessHandle.current().pid()
            + "%' AND pid != pg_backend_pid()");
  }

  /** The server's own limit on temporary files fails like a full disk. */
  @Test
  void aServerWithoutRoomIsNamed() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, new double[20_000]));
    String reader = createReader();
    schemas.run("ALTER ROLE " + reader + " SET temp_file_limit = 64");
    schemas.run("ALTER ROLE " + reader + " SET work_mem = 64");
    schemas.run("ALTER ROLE " + reader + " SET enable_indexscan = off");
    Profile profile = login(reader, PASSWORD);
    try (StateStore full = StateStores.open(profile, clock)) {
      assertFails(
          ErrorCode.STORE,
          "has no room left",
          () -> full.readDatapoints("cpu", ALL, (time, value, data, columns) -> {}));
    }
  }
}

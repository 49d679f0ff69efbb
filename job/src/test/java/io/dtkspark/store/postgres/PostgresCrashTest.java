package io.dtkspark.store.postgres;

import io.dtkspark.store.CrashContract;
import io.dtkspark.store.TestDatabase;
import io.dtkspark.store.server.PrivateServer;
import io.dtkspark.store.server.TestServer;

/** PostgreSQL crashes and comes back. */
class PostgresCrashTest extends CrashContract {

  private PostgresTestDatabase schemas;

  @Override
  protected PrivateServer.Kind kind() {
    return PrivateServer.Kind.POSTGRES;
  }

  @Override
  protected TestDatabase createDatabase(TestServer address) {
    schemas = PostgresTestDatabase.create(address);
    return schemas;
  }

  /** A trigger holds the transaction after the rows were inserted. */
  @Override
  protected void hold() {
    String hold = schemas.name("hold");
    schemas.run(
        "CREATE FUNCTION "
            + hold
            + "() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$BEGIN PERFORM pg_sleep(60); RETURN NULL; END$$");
    schemas.run(
        "CREATE TRIGGER hold AFTER INSERT ON "
            + schemas.name("_dtk_datapoints")
            + " FOR EACH STATEMENT EXECUTE FUNCTION "
            + hold
            + "()");
  }

  @Override
  protected void release() {
    schemas.run("DROP FUNCTION " + schemas.name("hold") + " CASCADE");
  }

  @Override
  protected boolean holds() {
    String sql = "SELECT wait_event FROM pg_stat_activity WHERE wait_event = 'PgSleep'";
    return !schemas.query(sql, row -> row.getString(1)).isEmpty();
  }
}

package io.dtkspark.store.postgres;

import io.dtkspark.config.Profile;
import io.dtkspark.source.postgres.PostgresConnector;
import io.dtkspark.store.server.ServerTestDatabase;
import io.dtkspark.store.server.TestServer;
import java.util.concurrent.atomic.AtomicInteger;

/** Schemas on the PostgreSQL server of the tests, with names that only work when quoted. */
public final class PostgresTestDatabase extends ServerTestDatabase {

  private static final String SERVER = "DTK_TEST_POSTGRES_URL";
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private PostgresTestDatabase(Profile profile) {
    super(profile, () -> new PostgresConnector(profile).connect(), "\"");
  }

  /** Schemas of its own. */
  public static PostgresTestDatabase create() {
    return create(TestServer.of(SERVER));
  }

  /** Schemas of its own on a server. */
  public static PostgresTestDatabase create(TestServer server) {
    String suffix = ProcessHandle.current().pid() + " " + SCHEMAS.incrementAndGet();
    return new PostgresTestDatabase(
        server.profile("postgres", "in \"x\" " + suffix, "order " + suffix));
  }

  @Override
  protected String momentText(String column) {
    return column + "::TEXT";
  }

  @Override
  protected String drop(String location) {
    return "DROP SCHEMA IF EXISTS " + location + " CASCADE";
  }
}

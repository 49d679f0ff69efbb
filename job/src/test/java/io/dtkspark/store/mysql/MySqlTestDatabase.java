package io.dtkspark.store.mysql;

import io.dtkspark.config.Profile;
import io.dtkspark.source.mysql.MySqlConnector;
import io.dtkspark.store.server.ServerTestDatabase;
import io.dtkspark.store.server.TestServer;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases on the MySQL or MariaDB server of the tests, with names that need quotes. */
public final class MySqlTestDatabase extends ServerTestDatabase {

  private static final String SERVER = "DTK_TEST_MYSQL_URL";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private MySqlTestDatabase(Profile profile) {
    super(profile, () -> new MySqlConnector(profile).connect(), "`");
  }

  /** Databases of its own. */
  public static MySqlTestDatabase create() {
    return create(TestServer.of(SERVER));
  }

  /** Databases of its own on a server. */
  public static MySqlTestDatabase create(TestServer server) {
    String suffix = ProcessHandle.current().pid() + " " + DATABASES.incrementAndGet();
    return new MySqlTestDatabase(server.profile("mysql", "in `x` " + suffix, "order " + suffix));
  }

  /** No infinities, and one zero only. */
  static double stored(double value) {
    return Double.isInfinite(value) ? Double.NaN : value + 0.0;
  }

  /** Without the zeros at the end of a fraction. */
  @Override
  protected String momentText(String column) {
    return "TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM CAST(" + column + " AS CHAR)))";
  }

  @Override
  protected String drop(String location) {
    return "DROP DATABASE IF EXISTS " + location;
  }
}

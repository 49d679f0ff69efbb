package io.dtkspark.source.clickhouse;

import io.dtkspark.config.Profile;
import io.dtkspark.store.server.TestServer;
import java.util.Map;

/** Profiles of the ClickHouse server of the tests. */
final class ClickHouseTestServer {

  private static final TestServer SERVER = TestServer.of("DTK_TEST_CLICKHOUSE_URL");

  private ClickHouseTestServer() {}

  static Profile profile(Map<String, String> settings) {
    return profile(SERVER.port(), SERVER.password(), settings);
  }

  static Profile profile(int port, String password, Map<String, String> settings) {
    return new Profile(
        "shop",
        "clickhouse",
        SERVER.host(),
        port,
        SERVER.user(),
        password,
        null,
        null,
        false,
        "dtk",
        "default",
        settings);
  }
}

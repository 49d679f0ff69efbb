package io.dtkspark.store.server;

import io.dtkspark.config.Profile;
import java.net.URI;
import java.util.Map;

/**
 * A database server for tests, named by an environment variable like {@code
 * postgresql://user:password@host:port/database}. {@code scripts/test} starts the servers and sets
 * the variables; tests without their server fail.
 */
public record TestServer(String host, int port, String user, String password, String database) {

  /** The server that {@code variable} names. */
  public static TestServer of(String variable) {
    String url = System.getenv(variable);
    if (url == null) {
      throw new AssertionError(
          variable + " is not set: run scripts/test, or '. DIR/env' after scripts/test-servers");
    }
    return at(url);
  }

  /** The server with such a URL. */
  static TestServer at(String url) {
    URI uri = URI.create(url);
    String[] login = uri.getUserInfo().split(":", 2);
    return new TestServer(
        uri.getHost(),
        uri.getPort(),
        login[0],
        login.length > 1 ? login[1] : "",
        uri.getPath().substring(1));
  }

  /** A profile whose tables lie in {@code internalLocation}. */
  public Profile profile(String type, String internalLocation, String dataLocation) {
    return new Profile(
        "test",
        type,
        host,
        port,
        user,
        password,
        database,
        null,
        false,
        internalLocation,
        dataLocation,
        Map.of());
  }
}

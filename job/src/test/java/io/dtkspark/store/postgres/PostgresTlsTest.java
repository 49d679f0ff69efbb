package io.dtkspark.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import io.dtkspark.store.server.PrivateServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate of its own making, which speaks TLS. */
class PostgresTlsTest {

  @TempDir static Path directory;
  private static PrivateServer server;
  private static PostgresTestDatabase schemas;

  /** The server itself makes its certificate: only its account may own the key. */
  @BeforeAll
  static void startServer(@TempDir Path data) throws IOException {
    server = PrivateServer.start(PrivateServer.Kind.POSTGRES, data);
    schemas = PostgresTestDatabase.create(server.address());
    certificate("server");
    certificate("stranger");
    schemas.run("ALTER SYSTEM SET ssl = on");
    schemas.run("SELECT pg_reload_conf()");
  }

  private static void certificate(String name) throws IOException {
    schemas.run(
        "COPY (SELECT 1) TO PROGRAM 'openssl req -new -x509 -nodes -days 3 -subj /CN=localhost"
            + " -keyout NAME.key -out NAME.crt 2>&1 && chmod 600 NAME.key'".replace("NAME", name));
    String pem =
        schemas.query("SELECT pg_read_file('" + name + ".crt')", row -> row.getString(1)).get(0);
    Files.writeString(directory.resolve(name + ".crt"), pem);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void aServerWithATrustedCertificateAndNameIsUsed() {
    try (StateStore store = open("server.crt")) {
      store.createTables();
      assertEquals(Optional.empty(), store.watermarks().lastDatapoint("cpu"));
    }
  }

  @Test
  void aServerWithAnotherCertificateIsNot() {
    try (StateStore store = open("stranger.crt")) {
      DtkException e = assertThrows(DtkException.class, store::createTables);
      assertTrue(e.getMessage().contains("no secure connection"), e.getMessage());
    }
  }

  private static StateStore open(String authority) {
    Profile p = schemas.profile();
    return StateStores.open(
        new Profile(
            p.name(),
            p.type(),
            "localhost",
            p.port(),
            p.user(),
            p.password(),
            p.database(),
            null,
            false,
            p.internalLocation(),
            p.dataLocation(),
            Map.of(
                "sslmode", "verify-full", "sslrootcert", directory.resolve(authority).toString())));
  }
}

package io.dtkspark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbDatabaseTest {

  @TempDir private Path directory;

  @Test
  void usersOfOneFileShareOneInstance() throws SQLException {
    try (DuckDbDatabase state = open(profile("a", "f.duckdb"), ErrorCode.STORE);
        DuckDbDatabase source = open(profile("b", "./f.duckdb"), ErrorCode.SOURCE)) {
      execute(state, "CREATE TABLE t AS SELECT 7 AS x");
      assertEquals("7", query(source, "SELECT x FROM t"));
      assertSame(
          state.shared(Object.class, c -> new Object()),
          source.shared(Object.class, c -> new Object()));
    }
  }

  @Test
  void unqualifiedNamesResolveInMainOfTheFile() throws SQLException {
    try (DuckDbDatabase database = open(profile("a", "sales.duckdb"), ErrorCode.STORE)) {
      assertEquals(
          "sales.main", query(database, "SELECT current_database()||'.'||current_schema()"));
    }
  }

  @Test
  void fileStaysOpenUntilItsLastUserLeaves() throws SQLException {
    DuckDbDatabase first = open(profile("a", "f.duckdb"), ErrorCode.STORE);
    DuckDbDatabase second = open(profile("a", "f.duckdb"), ErrorCode.SOURCE);
    first.close();
    first.close();
    execute(second, "CREATE TABLE t AS SELECT 1 AS x");
    second.close();
    assertThrows(IllegalStateException.class, second::connect);
    try (DuckDbDatabase again = open(readOnly("a", "f.duckdb"), ErrorCode.STORE)) {
      assertTrue(again.readOnly());
      assertEquals("1", query(again, "SELECT x FROM t"));
    }
  }

  @Test
  void newFilesCanBeReadByOlderEngines() throws SQLException {
    try (DuckDbDatabase database = open(profile("a", "f.duckdb"), ErrorCode.STORE)) {
      assertEquals(
          "v1.0.0+",
          query(
              database,
              "SELECT tags['storage_version'] FROM duckdb_databases()"
                  + " WHERE database_name = current_database()"));
    }
  }

  @Test
  void memoryLimitIsHalfUnlessTheProfileSaysOtherwise() throws SQLException {
    Profile own = profile("a", "f.duckdb", false, Map.of("max_memory", "100MiB", "threads", "1"));
    try (DuckDbDatabase database = open(own, ErrorCode.STORE)) {
      assertEquals("100.0 MiB", query(database, "SELECT current_setting('memory_limit')"));
      assertEquals("1", query(database, "SELECT current_setting('threads')"));
    }
  }

  @Test
  void memoryDatabasesAreOnePerProfile() throws SQLException {
    try (DuckDbDatabase one = open(memory("one"), ErrorCode.STORE);
        DuckDbDatabase same = open(memory("one"), ErrorCode.SOURCE);
        DuckDbDatabase other = open(memory("other"), ErrorCode.SOURCE)) {
      execute(one, "CREATE TABLE t AS SELECT 1 AS x");
      assertEquals("1", query(same, "SELECT x FROM t"));
      assertThrows(SQLException.class, () -> query(other, "SELECT x FROM t"));
    }
  }

  @Test
  void readOnlyUserJoinsAWritableInstance() {
    try (DuckDbDatabase writable = open(profile("a", "f.duckdb"), ErrorCode.STORE);
        DuckDbDatabase reader = open(readOnly("b", "f.duckdb"), ErrorCode.SOURCE)) {
      assertFalse(writable.readOnly());
      assertTrue(reader.readOnly());
    }
  }

  @Test
  void stateCannotWriteThroughAReadOnlyInstance() {
    open(profile("a", "f.duckdb"), ErrorCode.STORE).close();
    try (DuckDbDatabase reader = open(readOnly("b", "f.duckdb"), ErrorCode.SOURCE);
        DuckDbDatabase other = open(profile("c", "f.duckdb"), ErrorCode.SOURCE)) {
      assertTrue(reader.readOnly() && other.readOnly());
      assertFails(profile("a", "f.duckdb"), ErrorCode.STORE, "open read-only", "f.duckdb");
    }
  }

  @Test
  void whatIsNotADatabaseIsNamed() throws IOException {
    Files.writeString(directory.resolve("text"), "x".repeat(20_000), StandardCharsets.UTF_8);
    assertFails(profile("a", "text"), ErrorCode.SOURCE, "not a DuckDB database", "'a'");
    Files.createDirectory(directory.resolve("folder"));
    assertFails(profile("a", "folder"), ErrorCode.STORE, "is a directory");
    assertFails(profile("a", "no/f.duckdb"), ErrorCode.STORE, "there is no directory");
    assertFails(readOnly("a", "missing"), ErrorCode.SOURCE, "does not exist", "read_only");
  }

  @Test
  void damagedFileIsReportedAsSuch() throws IOException, SQLException {
    try (DuckDbDatabase database = open(profile("a", "f.duckdb"), ErrorCode.STORE)) {
      execute(database, "CREATE TABLE t AS SELECT 1 AS x");
    }
    Path file = directory.resolve("f.duckdb");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 4096; i < 12_288; i++) {
      bytes[i] ^= 0x5a;
    }
    Files.write(file, bytes);
    assertFails(profile("a", "f.duckdb"), ErrorCode.STORE, "is damaged");
  }

  @Test
  void wrongConfigurationIsTheUsersFault() {
    Profile unknown = profile("a", "f.duckdb", false, Map.of("memroy_limit", "1GB"));
    assertFails(unknown, ErrorCode.CONFIG, "settings", "memroy_limit");
    Profile motherDuck =
        new Profile(
            "cloud",
            "duckdb",
            null,
            0,
            null,
            null,
            null,
            "md:db",
            false,
            "detectkit",
            "main",
            Map.of());
    assertFails(motherDuck, ErrorCode.CONFIG, "MotherDuck", "'cloud'");
  }

  @Test
  void valuesOfSettingsAreNeverShown() {
    for (String setting : new String[] {"threads", "default_order", "access_mode"}) {
      Profile wrong = profile("a", "f.duckdb", false, Map.of(setting, "hunter2"));
      DtkException e = assertThrows(DtkException.class, () -> open(wrong, ErrorCode.STORE));
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      assertTrue(e.getMessage().contains(setting), e.getMessage());
      assertFalse(trace.toString().toLowerCase(Locale.ROOT).contains("hunter2"), trace.toString());
    }
  }

  @Test
  void fileOfAnotherProcessIsReportedAsInUse() throws IOException, InterruptedException {
    open(profile("a", "f.duckdb"), ErrorCode.STORE).close();
    Process other = OpenInOtherProcess.start(directory.resolve("f.duckdb"));
    try {
      assertFails(profile("a", "f.duckdb"), ErrorCode.STORE, "in use by another process");
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  private void assertFails(Profile profile, ErrorCode code, String... parts) {
    ErrorCode role = code == ErrorCode.CONFIG ? ErrorCode.STORE : code;
    DtkException e = assertThrows(DtkException.class, () -> open(profile, role).close());
    assertEquals(code, e.code());
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), e.getMessage());
    }
  }

  private static DuckDbDatabase open(Profile profile, ErrorCode role) {
    return DuckDbDatabase.open(profile, role);
  }

  private Profile profile(String name, String file) {
    return profile(name, file, false, Map.of());
  }

  private Profile readOnly(String name, String file) {
    return profile(name, file, true, Map.of());
  }

  private Profile profile(
      String name, String file, boolean readOnly, Map<String, String> settings) {
    String path = directory.resolve(file).toString();
    return new Profile(
        name, "duckdb", null, 0, null, null, null, path, readOnly, "detectkit", "main", settings);
  }

  private static Profile memory(String name) {
    return new Profile(
        name,
        "duckdb",
        null,
        0,
        null,
        null,
        null,
        ":memory:",
        false,
        "detectkit",
        "main",
        Map.of());
  }

  private static void execute(DuckDbDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(DuckDbDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }
}

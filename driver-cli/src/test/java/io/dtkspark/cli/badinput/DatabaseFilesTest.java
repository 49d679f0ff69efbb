package io.dtkspark.cli.badinput;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** State files that are no DuckDB database, or one that must not be written. */
class DatabaseFilesTest extends Refusals {

  private static final String STATE = "state.duckdb";

  @Override
  Stream<BadInput> badInputs() {
    String[] unlock = {"unlock", "-s", "cpu"};
    String[] clean = {"clean", "-s", "cpu", "--execute"};
    return Stream.of(
        text().says("profile 'dev'", STATE, "is not a DuckDB database; correct `path`"),
        text().calling(unlock).says("profile 'dev'", STATE, "is not a DuckDB database"),
        text().calling(clean).says("profile 'dev'", STATE, "is not a DuckDB database"),
        database("cut off").given(root -> cut(root, 8192)).says(STATE, "is damaged; restore it"),
        database("overwritten in parts").given(DatabaseFilesTest::overwrite).says(STATE, "damaged"),
        path("a directory", "metrics").says("metrics is a directory; `path` must name a file"),
        path("no directory", "no/such/s.duckdb").says("there is no directory", "no/such"),
        path("below a file", "profiles.yml/s.duckdb").says("there is no directory", "profiles.yml"),
        path("options of the driver", "s;threads=1").says("a path ends at ';'; rename"),
        path("missing, read-only", "s.duckdb, read_only: true").says("s.duckdb does not exist"),
        database("read-only").file("profiles.yml", readOnly()).says("dev", "`read_only`"),
        database("read-only").file("profiles.yml", readOnly()).calling(unlock).says("`read_only`"),
        database("without state").calling(unlock).says("no _dtk_* tables yet; 'dtk run'"),
        database("without state").calling(clean).says("no _dtk_* tables yet; 'dtk run'"),
        BadInput.of("no state").calling(unlock).says("has no state yet; 'dtk run' creates it"),
        BadInput.of("no state").calling(clean).says("has no state yet; 'dtk run' creates it"));
  }

  private static BadInput text() {
    return BadInput.of("a text file").file(STATE, "no database\n".repeat(1000));
  }

  private static BadInput path(String name, String path) {
    return BadInput.of("path: " + path + " (" + name + ")")
        .file("profiles.yml", GoodProject.PROFILES.replace(STATE, path));
  }

  private static String readOnly() {
    return GoodProject.PROFILES.replace(STATE, STATE + ", read_only: true");
  }

  private static BadInput database(String name) {
    return BadInput.of("a database that is " + name).given(DatabaseFilesTest::create);
  }

  private static void create(Path root) {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:" + root.resolve(STATE));
        Statement statement = database.createStatement()) {
      statement.execute("CREATE TABLE src AS SELECT i, hash(i) AS h FROM range(50000) rows(i)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void cut(Path root, int length) throws IOException {
    byte[] bytes = Files.readAllBytes(root.resolve(STATE));
    Files.write(root.resolve(STATE), java.util.Arrays.copyOf(bytes, length));
  }

  private static void overwrite(Path root) throws IOException {
    byte[] bytes = Files.readAllBytes(root.resolve(STATE));
    byte[] words = "not what was written".getBytes(StandardCharsets.US_ASCII);
    for (int at = 4096; at + words.length < bytes.length; at += 4096) {
      System.arraycopy(words, 0, bytes, at, words.length);
    }
    Files.write(root.resolve(STATE), bytes);
  }
}

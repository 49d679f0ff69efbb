package io.dtkspark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.cli.CommandLineRun;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that a file system allows and SQL, URLs and shells trip over. */
class ProjectPathsTest {

  @TempDir private Path directory;

  /**
   * DuckDB names a database after its file, and {@code detectkit} is also the schema of the tables,
   * {@code _dtk_staging} the database of rows on their way.
   */
  @ParameterizedTest
  @CsvSource({
    "shop, detectkit.duckdb",
    "shop, _dtk_staging.duckdb",
    "Mağaza in Zürich 数, durum ı.duckdb",
    "it's \"50%20\" #1 $HOME, select.db",
  })
  void everyCommandWorksFromASubfolder(String folder, String file) throws SQLException {
    Path root = directory.resolve(folder);
    TestProject project = TestProject.create(root);
    project.write(
        "profiles.yml",
        "default_profile: dev\nprofiles: {dev: {type: duckdb, path: \"" + file + "\"}}\n");
    project.write("data/ölçüm 1.csv", "timestamp,value\n2024-01-01 00:00:00,7\n");
    project.write(
        "metrics/dürüm/csv.yml",
        """
        name: csv
        interval: 1d
        query: SELECT * FROM read_csv('data/ölçüm 1.csv')
        detectors: [{type: manual_bounds, params: {upper_bound: 5}}]
        """);
    Path subfolder = root.resolve("metrics/dürüm");

    succeed(subfolder, "run -s csv --from 2024-01-01 --to 2024-01-02");
    succeed(subfolder, "run -s csv --full-refresh --from 2024-01-01 --to 2024-01-02");
    succeed(subfolder, "unlock -s csv");
    succeed(subfolder, "clean -s csv --execute");
    assertEquals("7.0 true", stored(root.resolve(file)));
    assertEquals(1, subfolder.toFile().list().length, "files beside the metric");
  }

  private static void succeed(Path directory, String command) {
    CommandLineRun run = CommandLineRun.in(directory, command.split(" "));
    assertEquals(ExitCodes.OK, run.exitCode(), run.out() + run.err());
  }

  private static String stored(Path file) throws SQLException {
    try (Connection reader = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = reader.createStatement()) {
      statement.execute("ATTACH '" + file.toString().replace("'", "''") + "' AS state (READ_ONLY)");
      try (ResultSet row =
          statement.executeQuery(
              "SELECT value || ' ' || is_anomaly FROM state.detectkit._dtk_detections")) {
        row.next();
        return row.getString(1);
      }
    }
  }
}

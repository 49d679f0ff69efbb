import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;

/** Shows what a run left in the database. Start it with the DuckDB driver on the class path. */
class Results {

  private static final String PER_DETECTOR =
      """
      SELECT detector_name, count(*) AS points, count(*) FILTER (is_anomaly) AS anomalies
      FROM detectkit._dtk_detections GROUP BY detector_name ORDER BY anomalies DESC
      """;

  private static final String WORST_DAYS =
      """
      SELECT timestamp::DATE AS day, dayname(timestamp) AS weekday,
        count(DISTINCT timestamp) AS half_hours, round(avg(value)) AS passengers,
        count(DISTINCT detector_name) AS detectors
      FROM detectkit._dtk_detections WHERE is_anomaly
      GROUP BY ALL ORDER BY half_hours DESC, day LIMIT 8
      """;

  public static void main(String[] arguments) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:nyc_taxi.duckdb")) {
      print(database, "Anomalies by detector", PER_DETECTOR);
      print(database, "Days with the most anomalous half hours", WORST_DAYS);
    }
  }

  private static void print(Connection database, String title, String query) throws SQLException {
    System.out.println(title);
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      ResultSetMetaData columns = rows.getMetaData();
      StringBuilder line = new StringBuilder();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        line.append(String.format("  %-20s", columns.getColumnName(i)));
      }
      while (rows.next()) {
        line.append(System.lineSeparator());
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          line.append(String.format("  %-20s", rows.getString(i)));
        }
      }
      System.out.println(line);
    }
    System.out.println();
  }
}

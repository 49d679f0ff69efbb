package io.dtkspark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON of the values that a query's seasonality columns hold, on DuckDB. */
class SeasonalityColumnsTest {

  @Test
  void integersOfSixtyFourBitsWithAndWithoutSign() throws SQLException {
    assertEquals("{\"c\":-9223372036854775808}", json("(-9223372036854775808)::BIGINT"));
    assertEquals("{\"c\":18446744073709551615}", json("18446744073709551615::UBIGINT"));
    assertEquals("{\"c\":-9223372036854775808}", json("(-9223372036854775808)::HUGEINT"));
    assertEquals("{\"c\":7}", json("7::HUGEINT"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "18446744073709551616::HUGEINT",
        "(-9223372036854775809)::HUGEINT",
        "1.5::DECIMAL(4,2)",
        "'x'::BLOB"
      })
  void whatHasNoJsonFormIsNamedByTheTypeOfTheDatabase(String value) {
    DtkException e = assertThrows(DtkException.class, () -> json(value));
    String type = value.substring(value.indexOf("::") + 2);
    assertTrue(e.getMessage().contains("'c' has type " + type + ","), e.getMessage());
  }

  private static String json(String value) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + value + " AS c")) {
      SeasonalityColumns columns = new SeasonalityColumns(row.getMetaData());
      columns.add("c", 1);
      row.next();
      return columns.read(row);
    }
  }
}

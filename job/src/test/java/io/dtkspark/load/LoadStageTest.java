package io.dtkspark.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.ErrorCode;
import io.dtkspark.load.LoadDatabase.Load;
import io.dtkspark.publish.ChunkResult;
import io.dtkspark.series.TimeRange;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chunks of several batches; one batch is {@link RecordedLoadsTest}'s. */
class LoadStageTest {

  private static final TimeRange[] BATCHES = {
    new TimeRange(0, 20_000), new TimeRange(20_000, 40_000), new TimeRange(40_000, 50_000)
  };

  private LoadDatabase database;

  @BeforeEach
  void open() {
    database = new LoadDatabase("load");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void batchesAreStoredWholeOrNotAtAll() throws SQLException {
    points("(10000, 1), (40000, 4), (50000, 5)");
    ChunkResult chunk = database.stage(load("v"), BATCHES);
    assertEquals(new TimeRange(0, 50_000), chunk.covered());
    assertTrue(chunk.endsOnGrid());
    assertEquals(3, chunk.rows());
    database.publish("m", chunk);
    assertEquals(List.of("0\tNULL\t{}", "10000\t1.0\t{}", "40000\t4.0\t{}"), database.rows("m"));
  }

  @Test
  void aChunkWithoutRowsIsCovered() throws SQLException {
    points("(50000, 5)");
    ChunkResult chunk = database.stage(load("v"), BATCHES);
    assertEquals(new TimeRange(0, 50_000), chunk.covered());
    assertEquals(0, chunk.rows());
    assertFalse(chunk.failed());
  }

  @Test
  void whenAQueryFailsTheBatchesBeforeItCanBePublished() throws SQLException {
    points("(0, 1), (20000, 2), (30000, -3), (40000, 4)");
    ChunkResult chunk =
        database.stage(load("CASE WHEN v < 0 THEN error('below zero') ELSE v END"), BATCHES);
    assertEquals(new TimeRange(0, 20_000), chunk.covered());
    assertTrue(chunk.endsOnGrid());
    assertEquals(2, chunk.rows());
    assertEquals(ErrorCode.SOURCE, chunk.failure().code());
    String message = chunk.failure().getMessage();
    assertTrue(message.contains("metric 'm'") && message.contains("below zero"), message);
    database.publish("m", chunk);
    assertEquals(List.of("0\t1.0\t{}", "10000\tNULL\t{}"), database.rows("m"));
  }

  @Test
  void aValueThatIsNoNumberFailsItsBatch() throws SQLException {
    points("(0, '1'), (20000, 'two')");
    ChunkResult chunk = database.stage(load("v"), BATCHES);
    assertEquals(new TimeRange(0, 20_000), chunk.covered());
    String message = chunk.failure().getMessage();
    assertTrue(message.contains("'value'") && message.contains("'two'"), message);
  }

  @Test
  void whenTheFirstQueryFailsNothingIsCovered() {
    ChunkResult chunk = database.stage(load("no_such_function()"), BATCHES);
    assertEquals(new TimeRange(0, 0), chunk.covered());
    assertFalse(chunk.endsOnGrid());
    assertEquals(0, chunk.rows());
    assertTrue(chunk.failed());
  }

  @Test
  void aBrokenTemplateLeavesNothingStaged() {
    ChunkResult chunk = database.stage(Load.of("m", "SELECT {{ 1", 10), BATCHES);
    assertEquals(ErrorCode.CONFIG, chunk.failure().code());
    assertTrue(chunk.failure().getMessage().startsWith("metric 'm': "));
    assertNull(chunk.staging());
    assertFalse(chunk.endsOnGrid());
  }

  @Test
  void rowsThatMissTheGridAreReportedOnce() throws SQLException {
    points("(3500, 1), (23500, 2)");
    ChunkResult chunk = database.stage(load("v"), BATCHES);
    assertEquals(4, chunk.rows());
    assertEquals(1, chunk.warnings().size());
    String warning = chunk.warnings().get(0);
    assertTrue(warning.contains("the row at 1970-01-01 00:00:03.5"), warning);
    assertTrue(warning.contains("3.5 s after the slot at 1970-01-01 00:00:00"), warning);
  }

  private void points(String values) throws SQLException {
    database.run("CREATE TABLE points AS SELECT * FROM (VALUES " + values + ") t(ms, v)");
  }

  private static Load load(String value) {
    return Load.of(
        "m",
        "SELECT epoch_ms(ms::BIGINT) AS timestamp, "
            + value
            + " AS value FROM points"
            + " WHERE timestamp >= '{{ dtk_start_time }}' AND timestamp < '{{ dtk_end_time }}'",
        10);
  }
}

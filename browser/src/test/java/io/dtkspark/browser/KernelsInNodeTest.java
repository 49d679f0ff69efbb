package io.dtkspark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dtkspark.browser.ColumnList.Column;
import java.nio.DoubleBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kernels compiled to JavaScript against the same kernels on the JVM. */
class KernelsInNodeTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyBitOfEveryColumnIsThatOfTheJvm(Shape shape) {
    List<ScoringCase> cases = RandomCases.of(shape);
    DoubleBuffer actual = new NodeProcess(folder).score(cases);
    for (ScoringCase scored : cases) {
      for (Column column : ColumnList.of(scored.score())) {
        compare(scored, column, read(actual, column));
      }
    }
    assertFalse(actual.hasRemaining());
  }

  private static double[] read(DoubleBuffer actual, Column column) {
    double[] values = new double[column.values().length];
    actual.get(values);
    return values;
  }

  private static void compare(ScoringCase scored, Column column, double[] actual) {
    for (int row = 0; row < actual.length; row++) {
      int index = row;
      double expected = column.values()[row];
      assertEquals(
          0,
          Double.compare(expected, actual[row]),
          () ->
              "%s of row %d is %s on the JVM and %s in JavaScript: %s"
                  .formatted(column.name(), index, expected, actual[index], scored));
    }
  }
}

package io.dtkspark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dtkspark.detector.DetectionColumns;
import java.net.URISyntaxException;
import java.nio.DoubleBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The kernels compiled to JavaScript against the same kernels on the JVM: every bit of every column
 * is the same.
 */
class KernelsInNodeTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void rowsAreThoseOfTheJvm(Shape shape) throws URISyntaxException {
    Path kernels = Path.of(KernelExports.class.getResource("kernels.js").toURI());
    List<ScoringCase> cases = RandomCases.of(shape);
    DoubleBuffer actual = new NodeProcess(folder, kernels).score(cases);
    int differences=0;
    for (ScoringCase one : cases) {
      for (Map.Entry<String, double[]> column : columns(one.score()).entrySet()) {
        double[] expected = column.getValue();
        double[] got = new double[expected.length];
        actual.get(got);
        for (int row = 0; row < expected.length; row++) {
          if (Double.compare(expected[row], got[row]) != 0) {
            System.out.println(shape+" "+one.spec()+" "+column.getKey()+" "+row+" "+expected[row]+" "+got[row]); differences++; break;
          }
        }
      }
    }
    assertEquals(0,differences);
    assertFalse(actual.hasRemaining());
  }

  /** In the order of {@code score.js}. */
  private static Map<String, double[]> columns(DetectionColumns rows) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("verdict", IntStream.range(0, rows.size()).mapToDouble(i -> rows.verdict[i]).toArray());
    columns.put("processed", rows.processed);
    columns.put("smoothed", rows.smoothed);
    columns.put("lower", rows.lower);
    columns.put("upper", rows.upper);
    columns.put("windowSize", doubles(rows.windowSize));
    columns.put("effectiveSamples", rows.effectiveSamples);
    columns.put("slope", rows.slope);
    columns.put("clampedInWindow", doubles(rows.clampedInWindow));
    columns.put("distance", rows.distance);
    columns.put("severity", rows.severity);
    for (int s = 0; s < rows.global.length; s++) {
      columns.put("global " + s, rows.global[s]);
    }
    for (int s = 0; s < rows.global.length; s++) {
      columns.put("adjusted " + s, rows.adjusted[s]);
    }
    for (int c = 0; c < rows.groupSize.length; c++) {
      columns.put("groupSize " + c, doubles(rows.groupSize[c]));
    }
    for (int c = 0; c < rows.groupSize.length; c++) {
      for (int s = 0; s < rows.global.length; s++) {
        columns.put("multiplier " + c + " " + s, rows.multiplier[c][s]);
      }
    }
    return columns;
  }

  private static double[] doubles(int[] column) {
    return Arrays.stream(column).asDoubleStream().toArray();
  }
}

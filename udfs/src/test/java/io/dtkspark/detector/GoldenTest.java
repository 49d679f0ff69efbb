package io.dtkspark.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field of rows that detectkit 0.67.2 gave. Exact bits, except: exponential weights and
 * logarithmic changes, where the C library's {@code pow} and {@code log} rarely differ in the last
 * bit (1e-12), and what is summed in another order (1e-9): autoreg by BLAS, Z-Score by us; with
 * bounds in place of values the difference grows from row to row (1e-6).
 */
class GoldenTest {

  static List<GoldenCase> cases() throws IOException {
    return GoldenCase.readAll();
  }

  @Test
  void allDetectorsAndSeriesAreCovered() throws IOException {
    List<GoldenCase> cases = cases();
    assertEquals(5, cases.stream().map(c -> c.get("type", "")).distinct().count());
    assertTrue(cases.size() > 200);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rowsAreThoseOfTheOriginal(GoldenCase golden) {
    DetectorSpec spec = golden.spec();
    ScoringBatch[] batches = golden.batches();
    int from = batches[0].from();
    DetectionColumns out = new DetectionColumns();
    out.reset(
        batches[batches.length - 1].to() - from,
        spec.statistics().size(),
        golden.groups().components());
    spec.newDetector().score(golden.data().series(), golden.groups(), batches, out);
    assertEquals(golden.rows().size(), out.size());
    for (int i = 0; i < out.size(); i++) {
      new Row(golden, spec, out, i, golden.rows().get(i)).check(from + i);
    }
  }

  /** Compares one row, field by field, in the order of the golden file. */
  private static final class Row {

    private final GoldenCase golden;
    private final DetectorSpec spec;
    private final DetectionColumns out;
    private final int i;
    private final String[] fields;
    private final double tolerance;
    private double noise;
    private int next;
    private String where = "";

    Row(GoldenCase golden, DetectorSpec spec, DetectionColumns out, int i, String[] fields) {
      this.golden = golden;
      this.spec = spec;
      this.out = out;
      this.i = i;
      this.fields = fields;
      this.tolerance = tolerance(golden);
    }

    private static double tolerance(GoldenCase golden) {
      String type = golden.get("type", "");
      boolean weighted = golden.parameters().containsKey("window_weights");
      boolean rounded = type.equals("zscore") || weighted;
      if (rounded && golden.parameters().containsKey("stabilization")) {
        return 1e-6;
      }
      if (type.equals("autoreg") || rounded) {
        return 1e-9;
      }
      return golden.get("input_type", "").equals("log_changes") ? 1e-12 : 0;
    }

    void check(int row) {
      where = golden + " row " + row + ": ";
      byte verdict = out.verdict[i];
      assertEquals(fields[next++], Byte.toString(verdict), where + "verdict");
      if (verdict == DetectionColumns.INSUFFICIENT_DATA) {
        assertEquals(fields[next++], Integer.toString(out.windowSize[i]), where + "rows");
      } else if (verdict >= DetectionColumns.NORMAL) {
        checkScored(row);
      }
      assertEquals(fields.length, next, where + "all fields compared");
    }

    private void checkScored(int row) {
      // A prediction or a mean near 0 is a sum of terms as large as the spread.
      noise = tolerance > 1e-12 ? out.global[1][i] : 0;
      number("processed", out.processed[i], golden.data().series().values()[row]);
      number("lower", out.lower[i], 0);
      number("upper", out.upper[i], 0);
      whole("window size", out.windowSize[i]);
      for (int s = 0; s < spec.statistics().size(); s++) {
        number(spec.statistics().get(s), out.global[s][i], 0);
      }
      if (spec instanceof WindowedSpec) {
        for (int s = 0; s < spec.statistics().size(); s++) {
          number("adjusted " + spec.statistics().get(s), out.adjusted[s][i], out.global[s][i]);
        }
      }
      if (isPresent()) {
        double rounded = Double.parseDouble(fields[next++]);
        assertEquals(rounded, out.effectiveSamples[i], 0.05 + 1e-9, where + "ess");
      }
      if (isPresent()) {
        number("slope", out.slope[i], 0);
      }
      boolean clamps = golden.parameters().containsKey("stabilization");
      whole("clamped", clamps ? out.clampedInWindow[i] : 0);
      if (isPresent()) {
        number("smoothed", out.smoothed[i], 0);
      }
      if (isPresent()) {
        groups(fields[next++].split(",", -1));
      }
      if (out.verdict[i] != DetectionColumns.NORMAL) {
        number("distance", out.distance[i], 0);
        number("severity", out.severity[i], 0);
      }
    }

    private void groups(String[] expected) {
      for (int c = 0; c < expected.length; c++) {
        String[] group = expected[c].split(":", -1);
        assertEquals(group[0], Integer.toString(out.groupSize[c][i]), where + "group size");
        for (int s = 0; s < spec.statistics().size(); s++) {
          double multiplier = group.length > 1 ? GoldenCase.fromBits(group[s + 1]) : 1.0;
          same("multiplier", multiplier, out.multiplier[c][s][i]);
        }
      }
    }

    private boolean isPresent() {
      if (fields[next].equals("-")) {
        next++;
        return false;
      }
      return true;
    }

    private void whole(String what, int actual) {
      String expected = fields[next++];
      if (!expected.equals("-")) {
        assertEquals(expected, Integer.toString(actual), where + what);
      }
    }

    private void number(String what, double actual, double usual) {
      String expected = fields[next++];
      same(what, expected.equals("=") ? usual : GoldenCase.fromBits(expected), actual);
    }

    private void same(String what, double expected, double actual) {
      boolean equal = Double.compare(expected, actual) == 0;
      if (!equal && tolerance > 0) {
        equal = Math.abs(expected - actual) <= tolerance * Math.max(Math.abs(expected), noise);
      }
      assertTrue(equal, () -> where + what + " expected " + expected + " but was " + actual);
    }
  }
}

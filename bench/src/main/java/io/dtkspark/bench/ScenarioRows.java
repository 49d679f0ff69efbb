package io.dtkspark.bench;

import io.dtkspark.detector.DetectionColumns;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Writes a benchmark's series and bounds to standard output, so that other programs can be measured
 * on the same values and their results compared.
 */
final class ScenarioRows {

  private ScenarioRows() {}

  /**
   * Writes value, lower and upper bound of each row as big-endian doubles, context rows first.
   * Their bounds are NaN, and so are those of rows that were not scored.
   *
   * @param args setting, window, shape and number of scored rows, as in {@link Scenario}
   */
  public static void main(String[] args) throws IOException {
    int rows = Integer.parseInt(args[3]);
    Scenario scenario = new Scenario(args[0], Integer.parseInt(args[1]), args[2], rows);
    DetectionColumns out = scenario.score();
    DataOutputStream bytes = new DataOutputStream(new BufferedOutputStream(System.out));
    for (int row = 0; row < scenario.series().size(); row++) {
      int i = row - scenario.contextRows();
      bytes.writeDouble(scenario.series().values()[row]);
      bytes.writeDouble(i < 0 ? Double.NaN : out.lower[i]);
      bytes.writeDouble(i < 0 ? Double.NaN : out.upper[i]);
    }
    bytes.flush();
  }
}

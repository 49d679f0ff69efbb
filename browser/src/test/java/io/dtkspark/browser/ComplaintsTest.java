package io.dtkspark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.detector.InputType;
import io.dtkspark.detector.Smoothing;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.rolling.WindowWeights;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintsTest {

  @TempDir Path folder;

  @Test
  void malformedInputIsNamed() {
    WindowedSpec spec =
        new WindowedSpec(
            WindowedSpec.Statistic.MAD,
            3,
            8,
            2,
            2,
            InputType.VALUES,
            Smoothing.NONE,
            WindowWeights.UNIFORM,
            false,
            false);
    ScoringCase valid =
        ScoringCase.inBatches(spec, Shape.NOISE.series(new Random(1), 20, false), List.of(), 20);
    String complaints = new NodeProcess(folder).run("complaints.js", List.of(valid));
    assertEquals(
        """
        clamp must be of type boolean, not undefined
        detector must be of type string, not undefined
        statistic must be one of [MAD, ZSCORE, IQR], got MODE
        threshold must be of type number, not string
        windowSize must be an integer, got 1.5
        smoothing must be of type object, not number
        weights.kind must be of type string, not undefined
        batch out of order: 0, 5, 4
        batches need three numbers each and end at row 20 at most
        batches need three numbers each and end at row 20 at most
        3 codes for 20 rows
        size 3 does not fit the arrays
        only rows of a windowed detector that does not clamp can be judged again
        """,
        complaints);
  }
}

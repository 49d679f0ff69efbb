package io.dtkspark.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.plan.Step;
import io.dtkspark.publish.Effort;
import io.dtkspark.publish.Effort.Part;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffortLineTest {

  @Test
  void namesTheKindsOfWorkThereWere() {
    Effort task = new Effort(Map.of(Part.READ, 600_000_000L, Part.WRITE, 400_000_000L));
    Effort sum = task.plus(task).plus(new Effort(Map.of(Part.PUBLISH, 40_000_000L)));
    assertEquals(
        "Time in load, over all tasks: read 1.20 s, write 0.80 s, publish 0.04 s",
        EffortLine.of(Step.LOAD, sum));
  }
}

package io.dtkspark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.publish.ChunkResult;
import io.dtkspark.publish.Effort;
import io.dtkspark.publish.OrderedPublisher;
import io.dtkspark.series.TimeRange;
import io.dtkspark.table.TargetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class RunContextTest {

  private final List<String> heard = new ArrayList<>();
  private final RunContext context =
      new RunContext(
          null,
          null,
          new SilentListener() {
            @Override
            public void warning(String metric, String message) {
              heard.add(metric + ": " + message);
            }
          },
          new SparkOptions(Optional.empty(), 1, 1));

  @Test
  void onlyOneChunkOfAStreamWarns() {
    BiConsumer<ChunkResult, OrderedPublisher> cpu = context.warnings();
    BiConsumer<ChunkResult, OrderedPublisher> disk = context.warnings();
    cpu.accept(chunk(List.of()), stream("cpu"));
    cpu.accept(chunk(List.of("a", "b")), stream("cpu"));
    cpu.accept(chunk(List.of("c")), stream("cpu"));
    disk.accept(chunk(List.of("d")), stream("disk"));
    assertEquals(List.of("cpu: a", "cpu: b", "disk: d"), heard);
  }

  private static ChunkResult chunk(List<String> warnings) {
    return new ChunkResult(
        0, 0, new TimeRange(0, 1), null, 0, 0, true, warnings, Effort.NONE, null);
  }

  private static OrderedPublisher stream(String metric) {
    return new OrderedPublisher(
        TargetTable.DATAPOINTS, metric, Optional.empty(), 3, Optional.empty(), 1);
  }
}

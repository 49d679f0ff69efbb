package io.dtkspark.cli.output;

import io.dtkspark.plan.Step;
import io.dtkspark.publish.Effort;
import io.dtkspark.publish.Effort.Part;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code Time in load, over all tasks: read 1.2 s, write 0.4 s, publish 0.9 s}. */
final class EffortLine {

  private EffortLine() {}

  static String of(Step step, Effort effort) {
    return Arrays.stream(Part.values())
        .filter(part -> effort.nanos(part) > 0)
        .map(part -> part.name().toLowerCase(Locale.ROOT) + " " + seconds(effort.nanos(part)))
        .collect(Collectors.joining(", ", "Time in " + step.key() + ", over all tasks: ", ""));
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
  }
}

package io.dtkspark.cli.badinput;

import java.util.List;

/** Metrics of which nothing says where loading starts: nothing is stored, no {@code --from}. */
class StartTimesTest extends Failures {

  @Override
  String[] command() {
    return "run -s * --json --to 2024-01-03".split(" ");
  }

  @Override
  List<FailingMetric> metrics() {
    String expected = "expected \"YYYY-MM-DD HH:MM:SS\"";
    return List.of(
        metric("no-start", "", "CONFIG", "no loading_start_time", "or pass --from"),
        metric("empty-start", start(""), "CONFIG", "no loading_start_time", "or pass --from"),
        metric("only-a-date", start("2024-01-01"), "CONFIG", "got \"2024-01-01\"", expected),
        metric("with-a-zone", start("2024-01-01 00:00:00Z"), "CONFIG", ":4: ", expected),
        metric("no-such-day", start("2024-02-30 00:00:00"), "CONFIG", ":4: ", expected),
        metric("no-time", start("soon"), "CONFIG", "got \"soon\"", expected));
  }

  @Override
  int storedDatapoints() {
    return 0;
  }

  private static String start(String value) {
    return "loading_start_time: \"" + value + "\"\n";
  }

  private static FailingMetric metric(String name, String start, String... says) {
    return FailingMetric.of(name, "interval: 1h\nquery: FROM src\n" + start, says);
  }
}

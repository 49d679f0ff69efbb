package io.dtkspark.autotune.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dtkspark.autotune.LabelFolder;
import io.dtkspark.config.IncidentLabels;
import io.dtkspark.config.IncidentLabels.Incident;
import io.dtkspark.config.Recorded;
import io.dtkspark.error.DtkException;
import io.dtkspark.series.Series;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelGridTest {

  private static final String RECORDED = "/io/dtkspark/autotune/";
  private static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
  private static final long HOUR = 3_600_000;

  @TempDir private Path root;

  @Test
  void labelsMeanWhatTheyMeanInTheOriginal() {
    LabelFolder folder = new LabelFolder(root);
    assertEquals(
        List.of(),
        Recorded.differences(
            RECORDED + "labels.tsv",
            1,
            row -> {
              try {
                return describe(folder.labels(row[0]), Arrays.asList(row));
              } catch (DtkException e) {
                return Recorded.ERROR;
              }
            }));
  }

  /** The recorded columns but for the JSON, which is tested where it is written. */
  private static String describe(IncidentLabels labels, List<String> row) {
    LabelGrid grid = LabelGrid.of(labels, dayWithoutNoon(), 3600);
    String marks =
        IntStream.range(0, grid.rows())
            .mapToObj(i -> grid.isMarked(i) ? "1" : "0")
            .collect(Collectors.joining());
    String counts = grid.positives() + " " + grid.intervals() + " " + grid.points();
    String verdicts =
        labels.alertReviews().stream()
            .map(review -> review.valid() ? "valid" : "false")
            .collect(Collectors.joining(","));
    return String.join(
        " ",
        marks,
        grid.mode() + " " + counts,
        row.get(3),
        labels.captureWindows().size() + " " + verdicts);
  }

  @Test
  void clocksThatJumpAreReadAsInTheOriginal() {
    LabelFolder folder = new LabelFolder(root);
    assertEquals(
        List.of(),
        Recorded.differences(
            RECORDED + "zones.tsv",
            2,
            row -> {
              String text = "{timezone: " + row[0] + ", incidents: [{at: '" + row[1] + "'}]}";
              Incident point = folder.labels(text).incidents().get(0);
              return point.span().start().toString().replace("Z", "");
            }));
  }

  @Test
  void randomLabelsMarkWhatASlowSearchMarks() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      long[] times = LongStream.range(0, 40).filter(i -> random.nextInt(3) > 0).toArray();
      Series series = new Series(times, new double[times.length], times.length);
      long start = random.nextInt(50) - 5L;
      long end = start + Math.max(0L, random.nextInt(12) - 4L);
      Incident incident = incident(start, end);
      IncidentLabels labels = new IncidentLabels(List.of(incident), List.of(), List.of());
      // Intervals are whole seconds: at one second every row is near.
      boolean[] expected = slowly(series, start, end);
      assertEquals(
          Arrays.toString(expected), Arrays.toString(LabelGrid.of(labels, series, 1).toArray()));
    }
  }

  private static boolean[] slowly(Series series, long start, long end) {
    boolean[] marks = new boolean[series.size()];
    int nearest = -1;
    for (int row = 0; row < marks.length; row++) {
      long time = series.epochMillis()[row];
      marks[row] = start != end && time >= start && time <= end;
      boolean nearer =
          nearest < 0 || Math.abs(time - start) < Math.abs(series.epochMillis()[nearest] - start);
      nearest = nearer ? row : nearest;
    }
    if (start == end && nearest >= 0) {
      marks[nearest] = true;
    }
    return marks;
  }

  @Test
  void incidentsOutsideTheDataAreNamed() {
    IncidentLabels labels =
        new LabelFolder(root)
            .labels(
                "[{at: '2025-01-01'}, {at: '2024-01-01'}, {start: '2023-01-01', end: '2023-01-02'}]");
    LabelGrid grid = LabelGrid.of(labels, dayWithoutNoon(), 3600);
    assertEquals(
        List.of("labels.yml:1: [0]", "labels.yml:1: [2]"),
        grid.missed().stream().map(Incident::place).toList());
  }

  @Test
  void noRowsAreNoLabels() {
    IncidentLabels labels = new LabelFolder(root).labels("[{at: '2024-01-01'}]");
    LabelGrid grid = LabelGrid.of(labels, new Series(new long[0], new double[0], 0), 3600);
    assertFalse(grid.supervised());
    assertEquals(1, grid.missed().size());
  }

  private static Incident incident(long start, long end) {
    return new Incident(
        new IncidentLabels.Span(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end)),
        false,
        Optional.empty(),
        "test");
  }

  private static Series dayWithoutNoon() {
    long[] hours =
        IntStream.range(0, 24).filter(h -> h != 11 && h != 12).mapToLong(h -> h).toArray();
    long[] times = Arrays.stream(hours).map(h -> START + h * HOUR).toArray();
    return new Series(times, new double[times.length], times.length);
  }
}

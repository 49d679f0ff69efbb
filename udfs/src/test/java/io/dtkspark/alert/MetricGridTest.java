package io.dtkspark.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MetricGridTest {

  private static final long HOUR = 3_600_000;

  @Test
  void theRunningIntervalIsNotComplete() {
    MetricGrid hourly = new MetricGrid(3600, 0, 0);
    assertEquals(8 * HOUR, hourly.lastComplete(10 * HOUR - 1));
    assertEquals(9 * HOUR, hourly.lastComplete(10 * HOUR));
  }

  @Test
  void theGridPassesThroughTheStartOfLoading() {
    MetricGrid shifted = MetricGrid.through(7 * 60_000, 600, 0);
    assertEquals(420, shifted.phaseSeconds());
    assertEquals(17 * 60_000, shifted.lastComplete(37 * 60_000 - 1));
    assertEquals(27 * 60_000, shifted.lastComplete(37 * 60_000));
  }

  @Test
  void theDelayIsTakenOffBeforeRoundingDown() {
    MetricGrid late = new MetricGrid(3600, 0, 1800);
    assertEquals(8 * HOUR, late.lastComplete(10 * HOUR + HOUR / 2 - 1));
    assertEquals(9 * HOUR, late.lastComplete(10 * HOUR + HOUR / 2));
  }

  @Test
  void startsBeforeTheEpochHaveAPhaseToo() {
    assertEquals(3540, MetricGrid.through(-60_000, 3600, 0).phaseSeconds());
  }
}

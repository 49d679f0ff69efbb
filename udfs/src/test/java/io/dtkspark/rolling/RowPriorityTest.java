package io.dtkspark.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RowPriorityTest {

  @Test
  void dependsOnTheTimeOfTheRowAlone() {
    RowPriority early = new RowPriority();
    early.prepare(new long[] {0, 60_000, 120_000, 180_000}, 1, 4);
    RowPriority late = new RowPriority();
    late.prepare(new long[] {60_000, 120_000, 180_000}, 0, 3);
    for (int row = 0; row < 3; row++) {
      assertEquals(early.of(row + 1), late.of(row));
    }
  }

  @Test
  void greatestOfAWindowChangesAboutTwicePerTurnover() {
    for (long step : new long[] {1, 1000, 60_000, 1L << 20, 86_400_000}) {
      int changes = changes(step, 100, 100_000);
      assertTrue(changes > 1600 && changes < 2400, changes + " changes at steps of " + step);
    }
  }

  private static int changes(long step, int windowSize, int size) {
    long[] epochMillis = new long[size];
    int[] rows = new int[size];
    for (int row = 0; row < size; row++) {
      epochMillis[row] = 1_700_000_040_000L + step * row;
      rows[row] = row;
    }
    RowPriority priority = new RowPriority();
    priority.prepare(epochMillis, 0, size);
    CutWindow window = new CutWindow(priority);
    window.begin(rows, 0);
    int changes = 0;
    for (int row = 0; row < size; row++) {
      int cut = window.cut();
      window.add();
      if (row >= windowSize) {
        window.removeOldest();
      }
      changes += window.cut() == cut ? 0 : 1;
    }
    return changes;
  }
}

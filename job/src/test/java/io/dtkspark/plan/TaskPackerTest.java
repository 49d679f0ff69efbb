package io.dtkspark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaskPackerTest {

  @Test
  void neighboursShareATaskUntilItIsFull() {
    assertEquals(
        List.of(List.of(3, 4), List.of(9), List.of(5, 5), List.of(1)),
        TaskPacker.pack(List.of(3, 4, 9, 5, 5, 1), piece -> piece, 10));
  }

  @Test
  void aPieceLargerThanATaskIsATaskByItself() {
    assertEquals(
        List.of(List.of(1), List.of(50), List.of(2)),
        TaskPacker.pack(List.of(1, 50, 2), piece -> piece, 10));
  }

  @Test
  void nothingMakesNoTask() {
    assertEquals(List.of(), TaskPacker.pack(List.<Integer>of(), piece -> piece, 10));
  }
}

package io.dtkspark.seasonality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonalityKeysTest {

  @Test
  void componentOfTwoColumnsGroupsRowsThatAgreeInBoth() {
    int[] hour = {10, 11, 10, 10};
    int[] weekday = {1, 1, 2, 1};
    SeasonalityGroups groups =
        new SeasonalityKeys(4).component(hour).component(weekday, hour).build();
    assertArrayEquals(new int[] {0, 1, 0, 0}, groups.keyOfRow()[0]);
    assertArrayEquals(new int[] {0, 1, 2, 0}, groups.keyOfRow()[1]);
    assertArrayEquals(new int[] {2, 3}, groups.keyCount());
  }

  @Test
  void componentWithoutColumnsPutsAllRowsInOneGroup() {
    SeasonalityGroups groups = new SeasonalityKeys(3).component().build();
    assertArrayEquals(new int[] {0, 0, 0}, groups.keyOfRow()[0]);
    assertArrayEquals(new int[] {1}, groups.keyCount());
  }

  @Test
  void noComponentsMeansNoGroups() {
    assertEquals(0, new SeasonalityKeys(3).build().components());
  }

  @Test
  void manyKeysOfAnyCodesAreNumberedInOrderOfAppearance() {
    Random random = new Random(3);
    int rows = 5000;
    int[] first = random.ints(rows, -40, 40).toArray();
    int[] second = random.ints(rows).map(code -> code & 0xff000000).toArray();
    SeasonalityGroups groups = new SeasonalityKeys(rows).component(first, second).build();
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      Integer number = numbers.size();
      Integer known = numbers.putIfAbsent(List.of(first[row], second[row]), number);
      assertEquals(known == null ? number : known, groups.keyOfRow()[0][row]);
    }
    assertEquals(numbers.size(), groups.keyCount()[0]);
  }
}

package io.dtkspark.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void keyAndVersionAreColumnsOfTheTable() {
    Table.Builder table = Table.builder("t").column("a", ColumnKind.TEXT);
    assertThrows(IllegalArgumentException.class, table::build);
    assertThrows(IllegalArgumentException.class, () -> table.key("b").build());
    assertThrows(IllegalArgumentException.class, () -> table.key("a").version("b").build());
    assertEquals("other", table.version("a").build().named("other").name());
  }

  @Test
  void keyColumnsAreNeverNullable() {
    for (Table table : StateTables.ALL) {
      for (Column column : table.columns()) {
        assertFalse(table.isKey(column) && column.nullable(), table.name() + column.name());
      }
    }
  }
}

package io.dtkspark.store.clickhouse.connector;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** A text column in which neighbours are mostly equal: equal ones are the same object. */
final class RepeatedText {

  private final int column;
  private UTF8String last = UTF8String.EMPTY_UTF8;
  private String text = "";

  /**
   * @param column its place, -1 when it is not read
   */
  RepeatedText(int column) {
    this.column = column;
  }

  /** The text of a row; null when it is not read. */
  String of(InternalRow row) {
    if (column < 0) {
      return null;
    }
    UTF8String next = row.getUTF8String(column);
    if (!next.equals(last)) {
      last = next;
      text = next.toString();
    }
    return text;
  }
}

package io.dtkspark.store.mysql;

import io.dtkspark.json.RecentDoubles;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Rows as the text that LOAD DATA reads: UTF-8, fields between tabs, rows between line feeds, a
 * backslash before what would be taken for either. Written as bytes from the start: a text object
 * for each cell would cost more than the server does.
 */
final class TabText {

  /** Room for any field but a text. */
  private static final int FIELD = 40;

  private static final long DAY = 86_400_000L;

  private final RecentDoubles doubles = new RecentDoubles();
  private byte[] out;
  private int size;
  private boolean inRow;

  /** The date of the last moment: rows come in order of time. */
  private long day = Long.MIN_VALUE;

  private byte[] date = {};

  TabText(int room) {
    out = new byte[room];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void beginRow() {
    inRow = false;
  }

  void endRow() {
    reserve(1);
    out[size++] = '\n';
  }

  /** A moment as {@code 2024-01-01 00:00:00.000}. */
  void moment(long epochMillis) {
    field(FIELD);
    long of = Math.floorDiv(epochMillis, DAY);
    if (of != day) {
      day = of;
      date = LocalDate.ofEpochDay(of).toString().getBytes(StandardCharsets.US_ASCII);
    }
    System.arraycopy(date, 0, out, size, date.length);
    size += date.length;
    int millis = (int) Math.floorMod(epochMillis, DAY);
    digits(' ', millis / 3_600_000, 2);
    digits(':', millis / 60_000 % 60, 2);
    digits(':', millis / 1_000 % 60, 2);
    digits('.', millis % 1_000, 3);
  }

  private void digits(char before, int number, int count) {
    out[size++] = (byte) before;
    int rest = number;
    for (int at = size + count - 1; at >= size; at--) {
      out[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += count;
  }

  /** A number in its shortest form; NULL unless finite. */
  void number(double value) {
    field(FIELD);
    if (Double.isFinite(value)) {
      size = doubles.write(out, size, value);
    } else {
      out[size++] = '\\';
      out[size++] = 'N';
    }
  }

  void flag(boolean value) {
    field(FIELD);
    out[size++] = (byte) (value ? '1' : '0');
  }

  /** UTF-8: the bytes that need a backslash are never part of a longer character. */
  void text(byte[] value) {
    field(2 * value.length + FIELD);
    for (byte b : value) {
      byte escape = escape(b);
      if (escape == 0) {
        out[size++] = b;
      } else {
        out[size++] = '\\';
        out[size++] = escape;
      }
    }
  }

  /** What follows the backslash; 0 when there is none. */
  private static byte escape(byte b) {
    return switch (b) {
      case '\t' -> 't';
      case '\n' -> 'n';
      case '\r' -> 'r';
      case 0 -> '0';
      case '\\' -> '\\';
      default -> 0;
    };
  }

  private void field(int room) {
    reserve(room + 1);
    if (inRow) {
      out[size++] = '\t';
    }
    inRow = true;
  }

  private void reserve(int more) {
    if (out.length - size < more) {
      out = Arrays.copyOf(out, Math.max(size + more, out.length + (out.length >> 1)));
    }
  }

  /** The rows so far; valid until the next one is written. */
  InputStream stream() {
    return new ByteArrayInputStream(out, 0, size);
  }
}

package io.dtkspark.store.clickhouse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Rows in the format RowBinary, collected in memory. */
final class RowBinaryOutput {

  private static final int LONGEST_LENGTH = 5;

  private byte[] bytes = new byte[1 << 20];
  private ByteBuffer numbers = littleEndian(bytes);
  private int size;

  /** The collected bytes; {@link #size} of them count. */
  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** DateTime64(3): epoch milliseconds. */
  void moment(long epochMillis) {
    ensure(Long.BYTES);
    numbers.putLong(size, epochMillis);
    size += Long.BYTES;
  }

  /** Nullable(Float64); NaN is NULL. */
  void nullableNumber(double value) {
    boolean isNull = Double.isNaN(value);
    flag(isNull);
    if (!isNull) {
      moment(Double.doubleToRawLongBits(value));
    }
  }

  /** Bool. */
  void flag(boolean value) {
    ensure(1);
    bytes[size++] = (byte) (value ? 1 : 0);
  }

  /** String: UTF-8 behind its length in groups of seven bits. */
  void text(byte[] utf8) {
    ensure(LONGEST_LENGTH + utf8.length);
    int length = utf8.length;
    for (; length >= 0x80; length >>>= 7) {
      bytes[size++] = (byte) (length | 0x80);
    }
    bytes[size++] = (byte) length;
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
      numbers = littleEndian(bytes);
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

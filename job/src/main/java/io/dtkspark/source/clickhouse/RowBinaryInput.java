package io.dtkspark.source.clickhouse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Values of the format RowBinary, whose types the reader knows: little-endian numbers, a byte
 * before what may be NULL, texts behind their length in groups of seven bits.
 */
public final class RowBinaryInput {

  private static final int GROUP_BITS = 7;
  private static final int LENGTH_BITS = 31;

  private final InputStream input;
  private byte[] bytes = new byte[1 << 17];
  private ByteBuffer numbers = littleEndian(bytes);
  private int next;
  private int end;

  public RowBinaryInput(InputStream input) {
    this.input = input;
  }

  /** Whether there is another value. */
  public boolean hasNext() throws IOException {
    return next < end || fill(1);
  }

  /** Int64; also DateTime64, in units of its scale. */
  public long integer() throws IOException {
    require(Long.BYTES);
    next += Long.BYTES;
    return numbers.getLong(next - Long.BYTES);
  }

  /** Nullable(Float64); NaN = NULL. */
  public double nullableNumber() throws IOException {
    return flag() ? Double.NaN : Double.longBitsToDouble(integer());
  }

  /** Bool and UInt8. */
  public boolean flag() throws IOException {
    return octet() != 0;
  }

  /** String. */
  public String text() throws IOException {
    return text(new Remembered());
  }

  /** String, where the same text as last time is the same object. */
  public String text(Remembered last) throws IOException {
    int length = length();
    require(length);
    int start = next;
    next += length;
    if (!Arrays.equals(bytes, start, next, last.bytes, 0, last.bytes.length)) {
      last.bytes = Arrays.copyOfRange(bytes, start, next);
      last.text = new String(last.bytes, StandardCharsets.UTF_8);
    }
    return last.text;
  }

  private int length() throws IOException {
    long length = 0;
    for (int shift = 0; shift < LENGTH_BITS; shift += GROUP_BITS) {
      int group = octet();
      length |= (group & 0x7FL) << shift;
      if (group < 0x80 && length <= Integer.MAX_VALUE) {
        return (int) length;
      }
    }
    throw new IOException("the result holds something else than rows");
  }

  private int octet() throws IOException {
    require(1);
    return bytes[next++] & 0xFF;
  }

  private void require(int count) throws IOException {
    if (end - next < count && !fill(count)) {
      throw new EOFException("the result ends inside a row");
    }
  }

  /**
   * Reads until {@code count} bytes are there; false when the result ends before. The buffer grows
   * with what arrives, because a damaged result may announce more than there is memory.
   */
  private boolean fill(int count) throws IOException {
    System.arraycopy(bytes, next, bytes, 0, end - next);
    end -= next;
    next = 0;
    while (end < count) {
      if (end == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
        numbers = littleEndian(bytes);
      }
      int read = input.read(bytes, end, bytes.length - end);
      if (read < 0) {
        return false;
      }
      end += read;
    }
    return true;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The last text of a column. */
  public static final class Remembered {
    private byte[] bytes = {};
    private String text = "";
  }
}

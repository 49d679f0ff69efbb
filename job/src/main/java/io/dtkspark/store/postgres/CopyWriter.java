package io.dtkspark.store.postgres;

import io.dtkspark.store.server.BulkWriter;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format: per row the number of columns, per value its length in
 * bytes, -1 for NULL, and the value in network byte order. Sent in blocks; memory is one block and
 * the longest text.
 */
final class CopyWriter implements BulkWriter {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private static final int BLOCK = 1 << 16;
  private static final int NULL = -1;
  private static final short END = -1;

  /** PostgreSQL counts microseconds from 2000-01-01. */
  private static final long EPOCH_MILLIS = 946_684_800_000L;

  private final CopyIn copy;
  private final short columns;
  private ByteBuffer buffer = ByteBuffer.allocate(2 * BLOCK);

  CopyWriter(CopyIn copy, int columns) {
    this.copy = copy;
    this.columns = (short) columns;
    buffer.put(SIGNATURE);
  }

  @Override
  public void beginRow() {
    room(Short.BYTES).putShort(columns);
  }

  @Override
  public void moment(long epochMillis) {
    room(Integer.BYTES + Long.BYTES)
        .putInt(Long.BYTES)
        .putLong(Math.multiplyExact(epochMillis - EPOCH_MILLIS, 1000L));
  }

  @Override
  public void number(double value) {
    ByteBuffer out = room(Integer.BYTES + Double.BYTES);
    if (Double.isNaN(value)) {
      out.putInt(NULL);
    } else {
      out.putInt(Double.BYTES).putDouble(value);
    }
  }

  @Override
  public void flag(boolean value) {
    room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
  }

  @Override
  public void text(byte[] value) {
    room(Integer.BYTES + value.length).putInt(value.length).put(value);
  }

  @Override
  public void endRow() throws SQLException {
    if (buffer.position() >= BLOCK) {
      flush();
    }
  }

  @Override
  public void finish() throws SQLException {
    room(Short.BYTES).putShort(END);
    flush();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      ByteBuffer larger = ByteBuffer.allocate(2 * (buffer.position() + bytes));
      buffer = larger.put(buffer.flip());
    }
    return buffer;
  }
}

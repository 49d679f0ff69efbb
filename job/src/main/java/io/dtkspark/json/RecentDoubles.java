package io.dtkspark.json;

/**
 * Writes finite doubles and remembers the texts of some: neighbouring rows repeat values, and a row
 * repeats its own. A slot holds the last of all values that share its hash.
 */
public final class RecentDoubles {

  /** Bytes that {@link #write} may touch, more than the text has. */
  public static final int ROOM = 24;

  private static final int SLOT_BITS = 6;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long[] bits = new long[1 << SLOT_BITS];
  private final int[] lengths = new int[1 << SLOT_BITS];
  private final byte[] texts = new byte[ROOM << SLOT_BITS];

  /** Writes {@code value} at {@code at}; returns where it ends. */
  public int write(byte[] out, int at, double value) {
    long wanted = Double.doubleToRawLongBits(value);
    int slot = (int) ((wanted * GOLDEN) >>> (Long.SIZE - SLOT_BITS));
    int text = slot * ROOM;
    if (bits[slot] != wanted || lengths[slot] == 0) {
      bits[slot] = wanted;
      lengths[slot] = ShortestDouble.writeJson(texts, text, value) - text;
    }
    System.arraycopy(texts, text, out, at, ROOM); // a constant length is copied in three moves
    return at + lengths[slot];
  }
}

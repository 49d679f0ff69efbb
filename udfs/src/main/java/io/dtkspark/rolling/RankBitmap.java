package io.dtkspark.rolling;

import java.util.Arrays;

/**
 * A set of ranks between two sentinels that are always in it: rank 0 and the highest rank.
 *
 * <p>One bit per rank in words of 32, ints because the browser has no fast 64-bit integers. A
 * neighbour is nearly always among the next 32 ranks, which are put together from two words without
 * a branch. If not, one bit per word says whether the word has any. Far jumps use counts per block
 * (1,024 ranks) and per group of blocks (32,768 ranks) to pass over groups, blocks and words whole.
 */
final class RankBitmap {

  /** Up to this many rows are walked, since a jump begins and ends with a count of bits. */
  private static final int WALK = 8;

  /**
   * Bits of rank {@code r} are in word {@code (r >>> 5) + 1}; the words at both ends stay empty.
   */
  private int[] words = new int[2];

  /** Bit {@code w} of a block tells that the block's word {@code w} is not empty. */
  private int[] used = new int[0];

  private int[] blockCounts = new int[0];
  private int[] groupCounts = new int[0];

  /** Empties the set but for the sentinels; {@code last} is the highest rank, at least 1. */
  void reset(int last) {
    int blocks = (last >>> 10) + 1;
    int groups = (last >>> 15) + 1;
    if (blocks > used.length) {
      used = new int[blocks];
      words = new int[(blocks << 5) + 2];
      blockCounts = new int[blocks];
      groupCounts = new int[groups];
    } else {
      Arrays.fill(words, 0, (blocks << 5) + 2, 0);
      Arrays.fill(used, 0, blocks, 0);
      Arrays.fill(blockCounts, 0, blocks, 0);
      Arrays.fill(groupCounts, 0, groups, 0);
    }
    set(0);
    set(last);
  }

  void set(int rank) {
    int word = rank >>> 5;
    words[word + 1] |= 1 << rank;
    used[rank >>> 10] |= 1 << word;
    blockCounts[rank >>> 10]++;
    groupCounts[rank >>> 15]++;
  }

  void clear(int rank) {
    int word = rank >>> 5;
    int left = words[word + 1] & ~(1 << rank);
    words[word + 1] = left;
    if (left == 0) {
      used[rank >>> 10] &= ~(1 << word);
    }
    blockCounts[rank >>> 10]--;
    groupCounts[rank >>> 15]--;
  }

  /** The ranks {@code 32 word} to {@code 32 word + 31} as bits. */
  int bits(int word) {
    return words[word + 1];
  }

  /** How many ranks of the set are in a block of 1,024. */
  int blockCount(int block) {
    return blockCounts[block];
  }

  /** The lowest rank of the set that is at least {@code rank}. */
  int next(int rank) {
    int word = (rank >>> 5) + 1;
    int bits = (words[word] >>> rank) | (words[word + 1] << 1 << ~rank);
    return bits != 0 ? rank + Integer.numberOfTrailingZeros(bits) : firstFrom(word);
  }

  /** The highest rank of the set that is at most {@code rank}. */
  int previous(int rank) {
    int word = (rank >>> 5) + 1;
    int bits = (words[word] << ~rank) | (words[word - 1] >>> 1 >>> rank);
    return bits != 0 ? rank - Integer.numberOfLeadingZeros(bits) : lastUpTo(word - 2);
  }

  /** The lowest rank of the set in word {@code from} or later. */
  private int firstFrom(int from) {
    int block = from >>> 5;
    int mask = used[block] >>> from;
    int word = from;
    if (mask == 0) {
      block = firstUsedBlock(block + 1);
      mask = used[block];
      word = block << 5;
    }
    word += Integer.numberOfTrailingZeros(mask);
    return (word << 5) + Integer.numberOfTrailingZeros(words[word + 1]);
  }

  /** The highest rank of the set in word {@code upTo} or before. */
  private int lastUpTo(int upTo) {
    int block = upTo >>> 5;
    int mask = used[block] << ~upTo;
    int word = upTo;
    if (mask == 0) {
      block = lastUsedBlock(block - 1);
      mask = used[block];
      word = (block << 5) + 31;
    }
    word -= Integer.numberOfLeadingZeros(mask);
    return (word << 5) + 31 - Integer.numberOfLeadingZeros(words[word + 1]);
  }

  private int firstUsedBlock(int from) {
    int block = from;
    while (used[block] == 0) {
      boolean groupIsEmpty = (block & 31) == 0 && groupCounts[block >>> 5] == 0;
      block += groupIsEmpty ? 32 : 1;
    }
    return block;
  }

  private int lastUsedBlock(int from) {
    int block = from;
    while (used[block] == 0) {
      boolean groupIsEmpty = (block & 31) == 31 && groupCounts[block >>> 5] == 0;
      block -= groupIsEmpty ? 32 : 1;
    }
    return block;
  }

  /**
   * The rank {@code steps} further up in the set, or down when negative, counted from {@link
   * #next}; it must exist.
   */
  int move(int rank, int steps) {
    int at = next(rank);
    if (steps > WALK) {
      return above(at, steps);
    }
    if (steps < -WALK) {
      return below(at, -steps);
    }
    for (int k = steps; k > 0; k--) {
      at = next(at + 1);
    }
    for (int k = steps; k < 0; k++) {
      at = previous(at - 1);
    }
    return at;
  }

  /** The {@code steps}-th rank of the set above {@code rank}; it must exist, {@code steps >= 1}. */
  int above(int rank, int steps) {
    int word = rank >>> 5;
    int bits = words[word + 1] & (-2 << rank);
    int left = steps;
    int count = Integer.bitCount(bits);
    while (count < left) {
      left -= count;
      word++;
      if ((word & 31) == 0) {
        int block = word >>> 5;
        while (blockCounts[block] < left) {
          boolean wholeGroup = (block & 31) == 0 && groupCounts[block >>> 5] < left;
          left -= wholeGroup ? groupCounts[block >>> 5] : blockCounts[block];
          block += wholeGroup ? 32 : 1;
        }
        word = block << 5;
      }
      bits = words[word + 1];
      count = Integer.bitCount(bits);
    }
    return (word << 5) + nthLowest(bits, left);
  }

  /** The {@code steps}-th rank of the set below {@code rank}; it must exist, {@code steps >= 1}. */
  int below(int rank, int steps) {
    int word = rank >>> 5;
    int bits = words[word + 1] & ~(-1 << rank);
    int left = steps;
    int count = Integer.bitCount(bits);
    while (count < left) {
      left -= count;
      word--;
      if ((word & 31) == 31) {
        int block = word >>> 5;
        while (blockCounts[block] < left) {
          boolean wholeGroup = (block & 31) == 31 && groupCounts[block >>> 5] < left;
          left -= wholeGroup ? groupCounts[block >>> 5] : blockCounts[block];
          block -= wholeGroup ? 32 : 1;
        }
        word = (block << 5) + 31;
      }
      bits = words[word + 1];
      count = Integer.bitCount(bits);
    }
    return (word << 5) + nthLowest(bits, count - left + 1);
  }

  /** Position of the {@code n}-th set bit, counted from 1 at the low end. */
  private static int nthLowest(int bits, int n) {
    int at = 0;
    int rest = bits;
    int left = n;
    for (int half = 16; half > 0; half >>= 1) {
      int count = Integer.bitCount(rest & ((1 << half) - 1));
      if (count < left) {
        left -= count;
        rest >>>= half;
        at += half;
      }
    }
    return at;
  }
}

package io.dtkspark.rolling;

import java.util.Arrays;

/**
 * A set of ranks between two sentinels that are always in it: rank 0 and the highest rank.
 *
 * <p>One bit per rank in words of 32, and one bit per word that says whether it has any: the next
 * rank in either direction is two bit scans away, also where the set is sparse. Long jumps use
 * counts of the set per block (1,024 ranks) and per group of blocks (32,768 ranks), so that they
 * pass over whole groups, blocks and words.
 *
 * <p>Words are ints because the browser has no fast 64-bit integers.
 */
final class RankBitmap {

  private int[] words = new int[0];
  private int[] used = new int[0];
  private int[] blockCounts = new int[0];
  private int[] groupCounts = new int[0];

  /** Empties the set but for the sentinels; {@code last} is the highest rank, at least 1. */
  void reset(int last) {
    int blocks = (last >>> 10) + 1;
    int groups = (last >>> 15) + 1;
    if (blocks > used.length) {
      used = new int[blocks];
      words = new int[blocks << 5];
      blockCounts = new int[blocks];
      groupCounts = new int[groups];
    } else {
      Arrays.fill(words, 0, blocks << 5, 0);
      Arrays.fill(used, 0, blocks, 0);
      Arrays.fill(blockCounts, 0, blocks, 0);
      Arrays.fill(groupCounts, 0, groups, 0);
    }
    set(0);
    set(last);
  }

  void set(int rank) {
    int word = rank >>> 5;
    words[word] |= 1 << rank;
    used[rank >>> 10] |= 1 << word;
    blockCounts[rank >>> 10]++;
    groupCounts[rank >>> 15]++;
  }

  void clear(int rank) {
    int word = rank >>> 5;
    int left = words[word] & ~(1 << rank);
    words[word] = left;
    if (left == 0) {
      used[rank >>> 10] &= ~(1 << word);
    }
    blockCounts[rank >>> 10]--;
    groupCounts[rank >>> 15]--;
  }

  /** The lowest rank of the set that is at least {@code rank}. */
  int next(int rank) {
    int word = rank >>> 5;
    int bits = words[word] >>> rank;
    return bits != 0 ? rank + Integer.numberOfTrailingZeros(bits) : firstFromWord(word + 1);
  }

  /** The highest rank of the set that is at most {@code rank}. */
  int previous(int rank) {
    int word = rank >>> 5;
    int bits = words[word] << ~rank;
    return bits != 0 ? rank - Integer.numberOfLeadingZeros(bits) : lastUpToWord(word - 1);
  }

  private int firstFromWord(int from) {
    int block = from >>> 5;
    int mask = used[block] >>> from;
    int word = from;
    if (mask == 0) {
      block = firstUsedBlock(block + 1);
      mask = used[block];
      word = block << 5;
    }
    word += Integer.numberOfTrailingZeros(mask);
    return (word << 5) + Integer.numberOfTrailingZeros(words[word]);
  }

  private int lastUpToWord(int upTo) {
    int block = upTo >> 5;
    int word = upTo;
    int mask = block < 0 ? 0 : used[block] << ~upTo;
    if (mask == 0) {
      block = lastUsedBlock(block - 1);
      mask = used[block];
      word = (block << 5) + 31;
    }
    word -= Integer.numberOfLeadingZeros(mask);
    return (word << 5) + 31 - Integer.numberOfLeadingZeros(words[word]);
  }

  private int firstUsedBlock(int from) {
    int block = from;
    while (used[block] == 0) {
      boolean wholeGroupIsEmpty = (block & 31) == 0 && groupCounts[block >>> 5] == 0;
      block += wholeGroupIsEmpty ? 32 : 1;
    }
    return block;
  }

  private int lastUsedBlock(int from) {
    int block = from;
    while (used[block] == 0) {
      boolean wholeGroupIsEmpty = (block & 31) == 31 && groupCounts[block >>> 5] == 0;
      block -= wholeGroupIsEmpty ? 32 : 1;
    }
    return block;
  }

  /** The {@code steps}-th rank of the set above {@code rank}; it must exist, {@code steps >= 1}. */
  int above(int rank, int steps) {
    int word = rank >>> 5;
    int bits = words[word] & (-2 << rank);
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
      bits = words[word];
      count = Integer.bitCount(bits);
    }
    return (word << 5) + nthLowest(bits, left);
  }

  /** The {@code steps}-th rank of the set below {@code rank}; it must exist, {@code steps >= 1}. */
  int below(int rank, int steps) {
    int word = rank >>> 5;
    int bits = words[word] & ~(-1 << rank);
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
      bits = words[word];
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

package io.dtkspark.seasonality;

import java.util.Arrays;

/** Numbers distinct pairs of integers in the order in which they appear. */
final class PairNumbers {

  private static final int EMPTY = -1;

  private int[] slots = filled(64);
  private int[] first = new int[32];
  private int[] second = new int[32];
  private int count;

  private PairNumbers() {}

  /**
   * Replaces {@code key[i]} by the number of the pair {@code (key[i], code[i])} for the first
   * {@code rows} elements. Expected cost O(rows).
   *
   * @return how many distinct pairs there are
   */
  static int number(int[] key, int[] code, int rows) {
    PairNumbers numbers = new PairNumbers();
    for (int i = 0; i < rows; i++) {
      key[i] = numbers.of(key[i], code[i]);
    }
    return numbers.count;
  }

  private int of(int a, int b) {
    int slot = find(a, b);
    if (slots[slot] != EMPTY) {
      return slots[slot];
    }
    if (count == first.length) {
      grow();
      slot = find(a, b);
    }
    first[count] = a;
    second[count] = b;
    slots[slot] = count;
    return count++;
  }

  /**
   * The slot of the pair, or the empty slot where it belongs: linear probing, half full at most.
   */
  private int find(int a, int b) {
    int mask = slots.length - 1;
    int hash = (a * 0x9E3779B9 + b) * 0x85EBCA6B;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] != EMPTY && (first[slots[slot]] != a || second[slots[slot]] != b)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    first = Arrays.copyOf(first, 2 * count);
    second = Arrays.copyOf(second, 2 * count);
    slots = filled(4 * count);
    for (int number = 0; number < count; number++) {
      slots[find(first[number], second[number])] = number;
    }
  }

  private static int[] filled(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, EMPTY);
    return slots;
  }
}

package io.dtkspark.rolling;

import io.dtkspark.stats.SortedSearch;
import java.util.Arrays;

/**
 * The order of blocks of ascending values: at each place the number of a block and its last value.
 *
 * <p>Numbers count from 0 and are used again. There is always at least one block; a search costs
 * O(log n), a change moves what comes after it.
 */
final class BlockDirectory {

  /** Numbers by place; behind the last one those of blocks no longer used. */
  private int[] numbers = new int[1];

  private double[] last = new double[1];
  private int size = 1;
  private int issued = 1;

  int size() {
    return size;
  }

  /** How many blocks there have to be buffers for. */
  int capacity() {
    return numbers.length;
  }

  int number(int place) {
    return numbers[place];
  }

  double last(int place) {
    return last[place];
  }

  void setLast(int place, double value) {
    last[place] = value;
  }

  /** Leaves one block, number 0. */
  void clear() {
    numbers[0] = 0;
    size = 1;
    issued = 1;
  }

  /** The first place whose last value is greater, else the last place. */
  int placeAbove(double value) {
    return Math.min(SortedSearch.firstAbove(last, 0, size, value), size - 1);
  }

  /** The first place whose last value is at least this; there is one. */
  int placeAtLeast(double value) {
    return SortedSearch.firstAtLeast(last, 0, size, value);
  }

  /** Makes a place for an unused block and returns its number. */
  int insert(int place) {
    if (size == issued) {
      if (issued == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * issued);
        last = Arrays.copyOf(last, 2 * issued);
      }
      numbers[issued] = issued;
      issued++;
    }
    int number = numbers[size];
    System.arraycopy(numbers, place, numbers, place + 1, size - place);
    System.arraycopy(last, place, last, place + 1, size - place);
    numbers[place] = number;
    size++;
    return number;
  }

  void remove(int place) {
    int number = numbers[place];
    size--;
    System.arraycopy(numbers, place + 1, numbers, place, size - place);
    System.arraycopy(last, place + 1, last, place, size - place);
    numbers[size] = number;
  }
}

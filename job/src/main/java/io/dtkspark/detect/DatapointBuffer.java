package io.dtkspark.detect;

import io.dtkspark.series.Series;
import io.dtkspark.table.DatapointColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The datapoints of one chunk as primitive arrays. Seasonality texts repeat, so each row holds the
 * number of its text in a dictionary. About 24 bytes a row.
 */
final class DatapointBuffer implements DatapointColumns {

  private long[] epochMillis = new long[1024];
  private double[] values = new double[1024];
  private int[] seasonality = new int[1024];
  private int[] columns = new int[1024];
  private int size;

  private final Dictionary seasonalityTexts = new Dictionary();
  private final Dictionary columnTexts = new Dictionary();

  private final boolean readsSeasonality;

  /** Without seasonality all rows have the same text and no columns. */
  DatapointBuffer(boolean readsSeasonality) {
    this.readsSeasonality = readsSeasonality;
    if (!readsSeasonality) {
      seasonalityTexts.code("{}");
      columnTexts.code("");
    }
  }

  @Override
  public boolean readsSeasonality() {
    return readsSeasonality;
  }

  @Override
  public void row(long millis, double value, String seasonalityData, String seasonalityColumns) {
    if (size == values.length) {
      grow();
    }
    epochMillis[size] = millis;
    values[size] = value;
    if (readsSeasonality) {
      seasonality[size] = seasonalityTexts.code(seasonalityData);
      columns[size] = columnTexts.code(seasonalityColumns);
    }
    size++;
  }

  private void grow() {
    int capacity = size + (size >> 1);
    epochMillis = Arrays.copyOf(epochMillis, capacity);
    values = Arrays.copyOf(values, capacity);
    seasonality = Arrays.copyOf(seasonality, capacity);
    columns = Arrays.copyOf(columns, capacity);
  }

  int size() {
    return size;
  }

  long epochMillis(int row) {
    return epochMillis[row];
  }

  double value(int row) {
    return values[row];
  }

  Series series() {
    return new Series(epochMillis, values, size);
  }

  /** Per row the number of its text in {@link #seasonalityTexts}. */
  int[] seasonalityCodes() {
    return seasonality;
  }

  List<String> seasonalityTexts() {
    return seasonalityTexts.texts;
  }

  /** The comma-joined seasonality columns stored with a row. */
  String seasonalityColumns(int row) {
    return columnTexts.texts.get(columns[row]);
  }

  boolean sameColumns(int row, int other) {
    return columns[row] == columns[other];
  }

  /** The first row at or after {@code millis}; {@link #size()} when there is none. */
  int firstRowFrom(long millis) {
    int at = Arrays.binarySearch(epochMillis, 0, size, millis);
    return at >= 0 ? at : -at - 1;
  }

  /** Numbers distinct texts in order of appearance. */
  private static final class Dictionary {
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private int last = -1;

    int code(String text) {
      if (last < 0 || !texts.get(last).equals(text)) {
        last = find(text);
      }
      return last;
    }

    private int find(String text) {
      Integer known = codes.get(text);
      if (known != null) {
        return known;
      }
      codes.put(text, texts.size());
      texts.add(text);
      return texts.size() - 1;
    }
  }
}

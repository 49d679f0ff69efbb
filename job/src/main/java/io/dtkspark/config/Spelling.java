package io.dtkspark.config;

import java.util.Collection;
import java.util.Comparator;

/** Finds the word a misspelled one was meant to be. */
final class Spelling {

  private Spelling() {}

  /** The most similar of {@code words}; empty when none shares at least about half its letters. */
  static String nearest(String word, Collection<String> words) {
    int limit = Math.max(1, word.length() / 2);
    return words.stream()
        .filter(candidate -> distance(word, candidate) <= limit)
        .min(Comparator.comparingInt((String candidate) -> distance(word, candidate)))
        .orElse("");
  }

  /** Levenshtein distance: insertions, deletions and replacements of single characters. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}

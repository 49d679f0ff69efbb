package io.dtkspark.config;

import java.util.regex.Pattern;

/**
 * One component of a path pattern, as Python's {@code fnmatch}: {@code *} any characters, {@code ?}
 * one, {@code [abc]}, {@code [a-c]} and {@code [!abc]} one of a set. There is no escape character.
 */
final class FileNamePattern {

  private final Pattern regex;

  FileNamePattern(String pattern) {
    regex = Pattern.compile(translate(pattern.codePoints().toArray()), Pattern.DOTALL);
  }

  static boolean hasWildcard(String component) {
    return component.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  boolean matches(String name) {
    return regex.matcher(name).matches();
  }

  private static String translate(int[] pattern) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < pattern.length) {
      int c = pattern[i++];
      int end = c == '[' ? setEnd(pattern, i) : -1;
      if (c == '*') {
        out.append(".*");
      } else if (c == '?') {
        out.append('.');
      } else if (end >= 0) {
        out.append(set(pattern, i, end));
        i = end + 1;
      } else {
        out.append(literal(c));
      }
    }
    return out.toString();
  }

  /** Index of the bracket that closes a set, -1 when there is none; the first may be a member. */
  private static int setEnd(int[] pattern, int from) {
    int i = from;
    if (i < pattern.length && pattern[i] == '!') {
      i++;
    }
    if (i < pattern.length && pattern[i] == ']') {
      i++;
    }
    while (i < pattern.length && pattern[i] != ']') {
      i++;
    }
    return i < pattern.length ? i : -1;
  }

  /** Ranges that run backwards are dropped; an empty set matches nothing. */
  private static String set(int[] pattern, int from, int to) {
    boolean negated = pattern[from] == '!';
    StringBuilder members = new StringBuilder();
    int i = negated ? from + 1 : from;
    while (i < to) {
      if (i + 2 < to && pattern[i + 1] == '-') {
        if (pattern[i] <= pattern[i + 2]) {
          members.append(literal(pattern[i])).append('-').append(literal(pattern[i + 2]));
        }
        i += 3;
      } else {
        members.append(literal(pattern[i++]));
      }
    }
    if (members.isEmpty()) {
      return negated ? "." : "(?!)";
    }
    return "[" + (negated ? "^" : "") + members + "]";
  }

  private static String literal(int codePoint) {
    return "\\x{" + Integer.toHexString(codePoint) + "}";
  }
}

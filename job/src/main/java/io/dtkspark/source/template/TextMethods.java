package io.dtkspark.source.template;

import io.dtkspark.config.python.Whitespace;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Methods of Python's {@code str}. */
final class TextMethods {

  private TextMethods() {}

  /** The method of that name, null when there is none. */
  static Callable find(String text, String name) {
    return switch (name) {
      case "upper" -> args -> text.toUpperCase(Locale.ROOT);
      case "lower", "casefold" -> args -> text.toLowerCase(Locale.ROOT);
      case "capitalize" -> args -> capitalize(text);
      case "title" -> args -> title(text);
      case "strip" -> args -> strip(text, args, true, true);
      case "lstrip" -> args -> strip(text, args, true, false);
      case "rstrip" -> args -> strip(text, args, false, true);
      case "split" -> args -> split(text, args);
      case "splitlines" -> args -> lines(text);
      case "join" -> args -> join(text, Sequences.items(args.bind("items").required("items")));
      case "replace" -> args -> replace(text, args.bind("old", "new", "count"));
      case "startswith" -> args -> anyOf(args, text::startsWith);
      case "endswith" -> args -> anyOf(args, text::endsWith);
      case "find" -> args -> place(text, text.indexOf(args.bind("sub").text("sub")));
      case "rfind" -> args -> place(text, text.lastIndexOf(args.bind("sub").text("sub")));
      case "count" -> args -> BigInteger.valueOf(count(text, args.bind("sub").text("sub")));
      case "removeprefix" ->
          args -> {
            String prefix = args.bind("prefix").text("prefix");
            return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
          };
      case "removesuffix" ->
          args -> {
            String suffix = args.bind("suffix").text("suffix");
            return text.endsWith(suffix)
                ? text.substring(0, text.length() - suffix.length())
                : text;
          };
      case "zfill" -> args -> zfill(text, args.bind("width").integer("width"));
      case "ljust" -> args -> pad(text, '<', args);
      case "rjust" -> args -> pad(text, '>', args);
      case "center" -> args -> pad(text, '^', args);
      case "format" -> args -> BraceFormat.apply(text, args);
      case "isdigit" -> args -> all(text, Character::isDigit);
      case "isalpha" -> args -> all(text, Character::isLetter);
      case "isalnum" -> args -> all(text, Character::isLetterOrDigit);
      case "isspace" -> args -> all(text, Whitespace::is);
      case "isupper" -> args -> isCased(text, text.toUpperCase(Locale.ROOT));
      case "islower" -> args -> isCased(text, text.toLowerCase(Locale.ROOT));
      default -> null;
    };
  }

  static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int end = text.offsetByCodePoints(0, 1);
    return text.substring(0, end).toUpperCase(Locale.ROOT)
        + text.substring(end).toLowerCase(Locale.ROOT);
  }

  /** Upper case where a word begins: after anything that is no letter. */
  private static String title(String text) {
    StringBuilder out = new StringBuilder();
    boolean inWord = false;
    for (int c : text.codePoints().toArray()) {
      out.appendCodePoint(inWord ? Character.toLowerCase(c) : Character.toTitleCase(c));
      inWord = Character.isLetter(c);
    }
    return out.toString();
  }

  static String strip(String text, Arguments args, boolean left, boolean right) {
    String characters = args.bind("chars").text("chars", null);
    IntPredicate goes = characters == null ? Whitespace::is : c -> characters.indexOf(c) >= 0;
    int from = 0;
    int to = text.length();
    while (left && from < to && goes.test(text.charAt(from))) {
      from++;
    }
    while (right && to > from && goes.test(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static Object split(String text, Arguments args) {
    Arguments.Bound bound = args.bind("sep", "maxsplit");
    int most = bound.integer("maxsplit", -1);
    return bound.has("sep") ? splitAt(text, bound.text("sep"), most) : splitAtSpace(text, most);
  }

  private static List<Object> splitAt(String text, String separator, int most) {
    if (separator.isEmpty()) {
      throw new TemplateException("split() needs a separator that is not empty");
    }
    List<Object> parts = new ArrayList<>();
    int from = 0;
    int found = text.indexOf(separator);
    while (found >= 0 && parts.size() != most) {
      parts.add(text.substring(from, found));
      from = found + separator.length();
      found = text.indexOf(separator, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static List<Object> splitAtSpace(String text, int most) {
    List<Object> parts = new ArrayList<>();
    int from = Whitespace.after(text, 0);
    while (from < text.length() && parts.size() != most) {
      int to = from;
      while (to < text.length() && !Whitespace.is(text.charAt(to))) {
        to++;
      }
      parts.add(text.substring(from, to));
      from = Whitespace.after(text, to);
    }
    if (from < text.length()) {
      parts.add(text.substring(from, Whitespace.before(text, from, text.length())));
    }
    return parts;
  }

  /** {@code splitlines()}: no empty line after the last break. */
  static List<Object> lines(String text) {
    return new ArrayList<>(text.lines().toList());
  }

  private static String join(String separator, List<Object> items) {
    StringJoiner out = new StringJoiner(separator);
    for (Object item : items) {
      if (!(Undefined.check(item) instanceof String text)) {
        throw new TemplateException("join() takes str only, not " + Printing.typeName(item));
      }
      out.add(text);
    }
    return out.toString();
  }

  /** Replaces the first {@code count} places, all when it is not given or negative. */
  static String replace(String text, Arguments.Bound args) {
    String old = args.text("old");
    String replacement = args.text("new");
    int count = args.has("count") ? args.integer("count") : -1;
    if (count < 0) {
      return text.replace(old, replacement);
    }
    if (old.isEmpty()) {
      throw new TemplateException("replace() of an empty text takes no count");
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int found = text.indexOf(old); found >= 0 && count > 0; found = text.indexOf(old, from)) {
      out.append(text, from, found).append(replacement);
      from = found + old.length();
      count--;
    }
    return out.append(text.substring(from)).toString();
  }

  private static boolean anyOf(Arguments args, Predicate<String> test) {
    Object wanted = args.bind("text").required("text");
    return wanted instanceof TupleValue several
        ? several.stream().anyMatch(one -> test.test(Printing.text(one)))
        : test.test(Printing.text(wanted));
  }

  private static BigInteger place(String text, int index) {
    return BigInteger.valueOf(index < 0 ? -1 : text.codePointCount(0, index));
  }

  private static int count(String text, String part) {
    return part.isEmpty() ? Sequences.length(text) + 1 : splitAt(text, part, -1).size() - 1;
  }

  private static String zfill(String text, int width) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    Limits.checkLength(width);
    String zeros = "0".repeat(Math.max(0, width - Sequences.length(text)));
    return signed ? text.charAt(0) + zeros + text.substring(1) : zeros + text;
  }

  private static String pad(String text, char align, Arguments args) {
    Arguments.Bound bound = args.bind("width", "fillchar");
    return FormatSpec.pad(text, bound.text("fillchar", " "), align, bound.integer("width"));
  }

  private static boolean all(String text, IntPredicate test) {
    return !text.isEmpty() && text.codePoints().allMatch(test);
  }

  private static boolean isCased(String text, String cased) {
    return text.equals(cased)
        && !text.toUpperCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT));
  }
}

package io.dtkspark.source.template;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters that make a text from a text; other values are written out first. */
final class TextFilters {

  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern TITLE_PART =
      Pattern.compile("([-\\s(\\[{<]+)|[^-\\s(\\[{<]+", Pattern.UNICODE_CHARACTER_CLASS);

  static final Map<String, Filter> ALL = new HashMap<>();

  static {
    ALL.put("upper", (value, args) -> Printing.text(value).toUpperCase(Locale.ROOT));
    ALL.put("lower", (value, args) -> Printing.text(value).toLowerCase(Locale.ROOT));
    ALL.put("capitalize", (value, args) -> TextMethods.capitalize(Printing.text(value)));
    ALL.put("title", (value, args) -> title(Printing.text(value)));
    ALL.put("trim", (value, args) -> TextMethods.strip(Printing.text(value), args, true, true));
    ALL.put(
        "replace",
        (value, args) ->
            TextMethods.replace(Printing.text(value), args.bind("old", "new", "count")));
    ALL.put("center", TextFilters::center);
    ALL.put("indent", TextFilters::indent);
    ALL.put("truncate", TextFilters::truncate);
    ALL.put("wordcount", (value, args) -> wordCount(Printing.text(value)));
    ALL.put("format", TextFilters::format);
    ALL.put("escape", (value, args) -> escape(Printing.text(value)));
    ALL.put("e", ALL.get("escape"));
  }

  private TextFilters() {}

  private static String title(String text) {
    StringBuilder out = new StringBuilder();
    Matcher part = TITLE_PART.matcher(text);
    while (part.find()) {
      out.append(TextMethods.capitalize(part.group()));
    }
    return out.toString();
  }

  private static Object center(Object value, Arguments arguments) {
    String text = Printing.text(value);
    int width = arguments.bind("width").integer("width", 80);
    int missing = Math.max(0, width - Sequences.length(text));
    int before = missing / 2 + (missing & width & 1); // str.center's own rule for the odd one
    Limits.checkLength(width);
    return " ".repeat(before) + text + " ".repeat(missing - before);
  }

  private static Object indent(Object value, Arguments arguments) {
    Arguments.Bound args = arguments.bind("width", "first", "blank");
    String indention =
        args.get("width", null) instanceof String text
            ? text
            : " ".repeat(Math.max(0, args.integer("width", 4)));
    boolean blank = args.truth("blank");
    StringBuilder out = new StringBuilder(args.truth("first") ? indention : "");
    List<Object> lines = TextMethods.lines(onlyText(value) + "\n");
    for (int i = 0; i < lines.size(); i++) {
      String line = Printing.text(lines.get(i));
      if (i > 0) {
        out.append('\n').append(blank || !line.isEmpty() ? indention : "");
      }
      out.append(line);
    }
    Limits.checkLength(out.length());
    return out.toString();
  }

  private static Object truncate(Object value, Arguments arguments) {
    Arguments.Bound args = arguments.bind("length", "killwords", "end", "leeway");
    String text = onlyText(value);
    String end = args.text("end", "...");
    int length = args.integer("length", 255);
    if (Sequences.length(text) <= length + args.integer("leeway", 5)) {
      return text;
    }
    int kept = length - Sequences.length(end);
    if (kept < 0) {
      throw new TemplateException("the length must be at least that of the end, not " + length);
    }
    String cut = text.substring(0, text.offsetByCodePoints(0, kept));
    int space = cut.lastIndexOf(' ');
    return (args.truth("killwords") || space < 0 ? cut : cut.substring(0, space)) + end;
  }

  private static String onlyText(Object value) {
    if (Undefined.check(value) instanceof String text) {
      return text;
    }
    throw new TemplateException("needs a str, not " + Printing.typeName(value));
  }

  private static Object wordCount(String text) {
    return BigInteger.valueOf(WORD.matcher(text).results().count());
  }

  private static Object format(Object value, Arguments arguments) {
    DictValue named = new DictValue();
    arguments.named().forEach(named::put);
    return PercentFormat.apply(
        Printing.text(value), named.size() > 0 ? named : new TupleValue(arguments.positional()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace("\"", "&#34;");
  }
}

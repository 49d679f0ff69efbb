package io.dtkspark.source.template;

import io.dtkspark.config.python.Whitespace;
import io.dtkspark.source.template.Token.Kind;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the inside of one tag. Its end only counts where all brackets are closed. */
final class TagLexer {

  private static final Pattern BLOCK_END = pattern("\\+%\\}|-%\\}\\s*|%\\}\\n?");
  private static final Pattern PRINT_END = pattern("-\\}\\}\\s*|\\}\\}");
  private static final Pattern FLOAT =
      pattern(
          "(?<!\\.)(?:\\d+_)*\\d+(?:(?:\\.(?:\\d+_)*\\d+)?e[-+]?(?:\\d+_)*\\d+|\\.(?:\\d+_)*\\d+)");
  private static final Pattern INTEGER =
      pattern("0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\\da-f])+|[1-9](?:_?\\d)*|0(?:_?0)*");
  private static final Pattern NAME = pattern("\\w+");
  private static final Pattern STRING =
      pattern("'[^'\\\\]*(?:\\\\.[^'\\\\]*)*'|\"[^\"\\\\]*(?:\\\\.[^\"\\\\]*)*\"");
  private static final Pattern OPERATOR =
      pattern("\\*\\*|//|==|!=|>=|<=|[-+*/%~\\[\\](){}<>=.:|,;]");

  private final String source;
  private final List<Token> tokens;
  private final Deque<String> open = new ArrayDeque<>();
  private int position;
  private int line;

  private TagLexer(String source, int position, int line, List<Token> tokens) {
    this.source = source;
    this.position = position;
    this.line = line;
    this.tokens = tokens;
  }

  /** Reads up to {@code %}} and returns where the text behind it begins. */
  static int block(String source, int from, int line, List<Token> tokens) {
    return new TagLexer(source, from, line, tokens).run(BLOCK_END, Kind.BLOCK_END);
  }

  /** Reads up to {@code }}} and returns where the text behind it begins. */
  static int print(String source, int from, int line, List<Token> tokens) {
    return new TagLexer(source, from, line, tokens).run(PRINT_END, Kind.PRINT_END);
  }

  private int run(Pattern end, Kind endKind) {
    int opened = line;
    while (position < source.length()) {
      String found = open.isEmpty() ? take(end) : null;
      if (found != null) {
        add(endKind, found, null);
        return position;
      }
      next();
    }
    throw new TemplateException("the tag is not closed", opened);
  }

  private void next() {
    int space = Whitespace.after(source, position);
    if (space > position) {
      line += (int) source.substring(position, space).chars().filter(c -> c == '\n').count();
      position = space;
      return;
    }
    String text = take(FLOAT);
    if (text != null) {
      add(Kind.FLOAT, text, Double.valueOf(text.replace("_", "")));
    } else if ((text = take(INTEGER)) != null) {
      add(Kind.INTEGER, text, integer(text.replace("_", "").toLowerCase(Locale.ROOT)));
    } else if ((text = take(NAME)) != null) {
      add(Kind.NAME, text, null);
    } else if ((text = take(STRING)) != null) {
      add(Kind.STRING, text, StringLiteral.value(text, line));
      line += (int) text.chars().filter(c -> c == '\n').count();
    } else if ((text = take(OPERATOR)) != null) {
      balance(text);
      add(Kind.OPERATOR, text, null);
    } else {
      String character = Character.toString(source.codePointAt(position));
      throw new TemplateException("a tag cannot contain '" + character + "' here", line);
    }
  }

  private void balance(String operator) {
    switch (operator) {
      case "(" -> open.push(")");
      case "[" -> open.push("]");
      case "{" -> open.push("}");
      case ")", "]", "}" -> {
        if (open.isEmpty() || !open.pop().equals(operator)) {
          throw new TemplateException("'" + operator + "' closes nothing that is open", line);
        }
      }
      default -> {}
    }
  }

  private String take(Pattern pattern) {
    Matcher matcher =
        pattern.matcher(source).useTransparentBounds(true).region(position, source.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    position = matcher.end();
    return matcher.group();
  }

  private void add(Kind kind, String text, Object value) {
    tokens.add(new Token(kind, text, value, line));
  }

  private static BigInteger integer(String digits) {
    if (digits.length() > 1) {
      switch (digits.charAt(1)) {
        case 'b' -> {
          return new BigInteger(digits.substring(2), 2);
        }
        case 'o' -> {
          return new BigInteger(digits.substring(2), 8);
        }
        case 'x' -> {
          return new BigInteger(digits.substring(2), 16);
        }
        default -> {}
      }
    }
    return new BigInteger(digits);
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(
        regex, Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}

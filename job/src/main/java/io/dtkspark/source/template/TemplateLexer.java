package io.dtkspark.source.template;

import io.dtkspark.config.python.Whitespace;
import io.dtkspark.source.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a template into plain text and tags and applies the whitespace rules: a line break after a
 * block or comment goes, white space between the start of a line and a block or comment goes, a
 * minus at a tag takes all white space on its side, a plus keeps it.
 */
final class TemplateLexer {

  private static final Pattern BEGIN =
      pattern("(?<raw>\\{%(?<rawSign>[-+]?)\\s*raw\\s*(?:-%\\}\\s*|%\\}))|\\{([#%{])([-+]?)");
  private static final Pattern RAW_END =
      pattern("\\{%([-+]?)\\s*endraw\\s*(?:\\+%\\}|-%\\}\\s*|%\\}\\n?)");
  private static final Pattern COMMENT_END = pattern("\\+#\\}|-#\\}\\s*|#\\}\\n?");
  private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\r");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int line = 1;
  private int lineCountedTo;
  private boolean atLineStart = true;

  private TemplateLexer(String source) {
    this.source = source;
  }

  /**
   * All tokens of the template, closed by one of kind END. One line break at the end is dropped.
   */
  static List<Token> tokens(String template) {
    String unix = LINE_BREAK.matcher(template).replaceAll("\n");
    TemplateLexer lexer =
        new TemplateLexer(unix.endsWith("\n") ? unix.substring(0, unix.length() - 1) : unix);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    Matcher begin = BEGIN.matcher(source);
    while (begin.find(position)) {
      if (begin.group("raw") != null) {
        text(begin.start(), begin.group("rawSign"), true);
        moveTo(begin.end());
        raw();
      } else {
        char tag = begin.group(3).charAt(0);
        text(begin.start(), begin.group(4), tag != '{');
        moveTo(begin.end());
        inside(tag);
      }
    }
    text(source.length(), "+", false);
    tokens.add(new Token(Kind.END, "", null, lineAt(source.length())));
  }

  private void inside(char tag) {
    int opened = lineAt(position);
    switch (tag) {
      case '#' -> moveTo(find(COMMENT_END, "the comment is not closed by '#}'").end());
      case '%' -> {
        tokens.add(new Token(Kind.BLOCK_BEGIN, "{%", null, opened));
        moveTo(TagLexer.block(source, position, opened, tokens));
      }
      default -> {
        tokens.add(new Token(Kind.PRINT_BEGIN, "{{", null, opened));
        moveTo(TagLexer.print(source, position, opened, tokens));
      }
    }
  }

  private void raw() {
    Matcher end = find(RAW_END, "the raw section is not closed by '{% endraw %}'");
    text(end.start(), end.group(1), true);
    moveTo(end.end());
  }

  private Matcher find(Pattern pattern, String otherwise) {
    Matcher matcher = pattern.matcher(source);
    if (!matcher.find(position)) {
      throw new TemplateException(otherwise, lineAt(position));
    }
    return matcher;
  }

  /** Emits the text up to a tag with the given sign. */
  private void text(int to, String sign, boolean stripsLine) {
    int end = to;
    if (sign.equals("-")) {
      end = Whitespace.before(source, position, to);
    } else if (!sign.equals("+") && stripsLine) {
      int lineStart = Math.max(source.lastIndexOf('\n', to - 1) + 1, position);
      boolean fromLineStart = lineStart > position || atLineStart;
      if (fromLineStart && Whitespace.before(source, lineStart, to) == lineStart) {
        end = lineStart;
      }
    }
    if (end > position) {
      tokens.add(new Token(Kind.TEXT, source.substring(position, end), null, lineAt(position)));
    }
  }

  private void moveTo(int index) {
    position = index;
    atLineStart = source.charAt(index - 1) == '\n';
  }

  private int lineAt(int index) {
    for (; lineCountedTo < index; lineCountedTo++) {
      if (source.charAt(lineCountedTo) == '\n') {
        line++;
      }
    }
    return line;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
  }
}

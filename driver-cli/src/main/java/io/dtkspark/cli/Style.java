package io.dtkspark.cli;

/** Colours and weights of the terminal, as ANSI codes. */
public enum Style {
  BOLD(1),
  RED(31),
  GREEN(32),
  YELLOW(33),
  CYAN(36);

  private final int code;

  Style(int code) {
    this.code = code;
  }

  static String apply(String line, boolean coloured, Style... styles) {
    if (!coloured || styles.length == 0) {
      return line;
    }
    StringBuilder styled = new StringBuilder();
    for (Style style : styles) {
      styled.append("\u001b[").append(style.code).append('m');
    }
    return styled.append(line).append("\u001b[0m").toString();
  }
}

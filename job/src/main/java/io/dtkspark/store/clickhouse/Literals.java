package io.dtkspark.store.clickhouse;

/**
 * Values and names as ClickHouse reads them in a statement. Statements that make tables take no
 * parameters, so all values go this one way.
 */
final class Literals {

  private Literals() {}

  /** A text, or NULL. */
  static String text(String value) {
    return value == null ? "NULL" : quoted(value, '\'');
  }

  /** A name, whatever characters it has. */
  static String name(String identifier) {
    return quoted(identifier, '`');
  }

  /** A moment from epoch milliseconds, or NULL. */
  static String moment(Long epochMillis) {
    return epochMillis == null ? "NULL" : "fromUnixTimestamp64Milli(" + epochMillis + ", 'UTC')";
  }

  /** Only these end a quotation or begin an escape; the zero ends the whole statement. */
  private static String quoted(String text, char quote) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        quoted.append("\\0");
      } else {
        if (c == quote || c == '\\') {
          quoted.append('\\');
        }
        quoted.append(c);
      }
    }
    return quoted.append(quote).toString();
  }
}

package io.dtkspark.source.template;

import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code '%s is %d' % (a, b)}. */
final class PercentFormat {

  private static final Pattern FIELD =
      Pattern.compile(
          "%(?:\\((?<key>[^)]*)\\))?(?<flags>[-+ 0#]*)(?<width>\\d*)"
              + "(?:\\.(?<precision>\\d*))?(?<type>.?)",
          Pattern.DOTALL);

  private PercentFormat() {}

  static String apply(String format, Object values) {
    List<?> places =
        values instanceof TupleValue tuple
            ? tuple
            : new TupleValue(Collections.singletonList(values));
    StringBuilder out = new StringBuilder();
    Matcher field = FIELD.matcher(format);
    int used = 0;
    int copied = 0;
    while (field.find()) {
      out.append(format, copied, field.start());
      copied = field.end();
      if (field.group("type").equals("%")) {
        out.append('%');
      } else if (field.group("key") != null) {
        out.append(written(field, Sequences.element(values, field.group("key"))));
      } else if (used < places.size()) {
        out.append(written(field, places.get(used++)));
      } else {
        throw new TemplateException("the format '" + format + "' needs more values");
      }
    }
    if (used < places.size() && mustAllBeUsed(values)) {
      throw new TemplateException("the format '" + format + "' needs fewer values");
    }
    return out.append(format.substring(copied)).toString();
  }

  /** Python asks it of tuples and single values, not of what has elements otherwise. */
  private static boolean mustAllBeUsed(Object values) {
    return values instanceof TupleValue
        || !(values instanceof DictValue || values instanceof List<?>);
  }

  private static String written(Matcher field, Object value) {
    String flags = field.group("flags");
    String type = field.group("type");
    if (type.isEmpty() || "sdiufFeExXor".indexOf(type.charAt(0)) < 0 || flags.contains("#")) {
      throw new TemplateException("the format '" + field.group() + "' is not supported");
    }
    boolean text = type.equals("s") || type.equals("r");
    char align = flags.contains("-") ? '<' : !text && flags.contains("0") ? '=' : '>';
    FormatSpec spec =
        new FormatSpec(
            align == '=' ? "0" : " ",
            align,
            flags.contains("+") ? '+' : flags.contains(" ") ? ' ' : '-',
            BraceFormat.number(field.group("width"), 0),
            false,
            field.group("precision") == null ? -1 : BraceFormat.number(field.group("precision"), 0),
            text ? 's' : type.charAt(0));
    return spec.apply(type.equals("r") ? Printing.repr(value) : Undefined.check(value));
  }
}

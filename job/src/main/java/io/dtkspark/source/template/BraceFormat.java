package io.dtkspark.source.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code '{} {0:>5} {name!r}'.format(...)}. */
final class BraceFormat {

  private static final Pattern FIELD =
      Pattern.compile(
          "\\{\\{|\\}\\}|\\{(?<key>\\w*)(?:!(?<conversion>[sr]))?(?::(?<spec>[^{}]*))?\\}|[{}]");

  private static final Pattern SPEC =
      Pattern.compile(
          "(?:(?<fill>.)?(?<align>[<>^=]))?(?<sign>[-+ ])?(?<zero>0)?(?<width>\\d*)"
              + "(?<group>,)?(?:\\.(?<precision>\\d+))?(?<type>[sdxXobfFe%]?)");

  private BraceFormat() {}

  static String apply(String format, Arguments arguments) {
    StringBuilder out = new StringBuilder();
    Matcher field = FIELD.matcher(format);
    int automatic = 0;
    int copied = 0;
    while (field.find()) {
      out.append(format, copied, field.start());
      copied = field.end();
      switch (field.group()) {
        case "{{" -> out.append('{');
        case "}}" -> out.append('}');
        case "{", "}" ->
            throw new TemplateException(
                "the format '" + format + "' has a field that is not supported");
        default -> {
          String key = field.group("key");
          String place = key.isEmpty() ? Integer.toString(automatic++) : key;
          out.append(written(field, argument(arguments, place)));
        }
      }
    }
    return out.append(format.substring(copied)).toString();
  }

  private static Object argument(Arguments arguments, String place) {
    boolean number = place.chars().allMatch(c -> c >= '0' && c <= '9');
    int index = number ? number(place, 0) : -1;
    if (number ? index >= arguments.positional().size() : !arguments.named().containsKey(place)) {
      throw new TemplateException("format() has no argument " + place);
    }
    return Undefined.check(
        number ? arguments.positional().get(index) : arguments.named().get(place));
  }

  private static String written(Matcher field, Object value) {
    Object shown = "r".equals(field.group("conversion")) ? Printing.repr(value) : value;
    shown = "s".equals(field.group("conversion")) ? Printing.text(value) : shown;
    String text = field.group("spec");
    if (text == null || text.isEmpty()) {
      return Printing.text(shown);
    }
    Matcher spec = SPEC.matcher(text);
    if (!spec.matches()) {
      throw new TemplateException("the format '" + text + "' is not supported");
    }
    boolean zero = spec.group("zero") != null;
    String align = spec.group("align");
    String fill = spec.group("fill");
    String sign = spec.group("sign");
    String type = spec.group("type");
    return new FormatSpec(
            fill != null ? fill : zero ? "0" : " ",
            align != null ? align.charAt(0) : zero ? '=' : ' ',
            sign == null ? '-' : sign.charAt(0),
            number(spec.group("width"), 0),
            spec.group("group") != null,
            spec.group("precision") == null ? -1 : number(spec.group("precision"), 0),
            type.isEmpty() ? ' ' : type.charAt(0))
        .apply(shown);
  }

  static int number(String digits, int otherwise) {
    if (digits.length() > 8) {
      throw new TemplateException("the width " + digits + " is too large");
    }
    return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
  }
}

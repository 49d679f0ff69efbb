package io.dtkspark.source.template;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** A template that was read and can be rendered any number of times. Immutable. */
public final class Template {

  private final Statement content;

  private Template(Statement content) {
    this.content = content;
  }

  /**
   * Reads a template.
   *
   * @throws TemplateException naming what is wrong and the line
   */
  public static Template parse(String source) {
    try {
      return new Template(new StatementParser(TemplateLexer.tokens(source)).template());
    } catch (StackOverflowError e) {
      throw new TemplateException("it is nested too deeply");
    }
  }

  /**
   * Renders the template.
   *
   * @param variables texts and whole numbers by name
   * @throws TemplateException when an expression fails, names what has no value, or a limit is hit
   */
  public String render(Map<String, ?> variables) {
    Map<String, Object> values = new HashMap<>();
    variables.forEach(
        (name, value) ->
            values.put(
                name, value instanceof Long number ? BigInteger.valueOf(number) : (String) value));
    StringBuilder out = new StringBuilder();
    try {
      content.render(Globals.scope(values), out);
    } catch (StackOverflowError e) {
      throw new TemplateException("its macros or expressions are nested too deeply");
    }
    return out.toString();
  }
}

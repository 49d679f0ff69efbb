package io.dtkspark.browser;

import java.util.Arrays;
import org.teavm.jso.JSIndexer;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSBoolean;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.core.JSString;

/**
 * A JavaScript object with named parameters; complains about what is missing or of a wrong type.
 */
final class ParameterObject {

  /** Any JavaScript object. */
  interface Properties extends JSObject {
    @JSIndexer
    JSObject get(String name);
  }

  private final String path;
  private final Properties properties;

  /**
   * @param path what to write before a parameter's name in messages
   */
  ParameterObject(String path, Properties properties) {
    this.path = path;
    this.properties = properties;
  }

  /** JSON has no NaN: {@code null} stands for it. */
  double number(String name) {
    JSObject value = properties.get(name);
    return value == null ? Double.NaN : ((JSNumber) typed(name, value, "number")).doubleValue();
  }

  int integer(String name) {
    double value = number(name);
    if (value != (int) value) {
      throw new IllegalArgumentException(
          path + name + " must be an integer, got " + JSObjects.toString(properties.get(name)));
    }
    return (int) value;
  }

  boolean flag(String name) {
    return ((JSBoolean) typed(name, properties.get(name), "boolean")).booleanValue();
  }

  <E extends Enum<E>> E choice(String name, E[] choices) {
    String value = ((JSString) typed(name, properties.get(name), "string")).stringValue();
    for (E choice : choices) {
      if (choice.name().equals(value)) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        path + name + " must be one of " + Arrays.toString(choices) + ", got " + value);
  }

  ParameterObject object(String name) {
    JSObject value = typed(name, properties.get(name), "object");
    return new ParameterObject(path + name + ".", (Properties) value);
  }

  private JSObject typed(String name, JSObject value, String type) {
    String found = JSObjects.typeOf(value);
    if (!found.equals(type)) {
      throw new IllegalArgumentException(
          path + name + " must be of type " + type + ", not " + found);
    }
    return value;
  }
}

package io.dtkspark.config;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of {@code alert_channels}, environment variables filled in. Its values are secrets:
 * neither {@link #toString()} nor any error shows them.
 *
 * @param type in lower case, one that exists
 * @param settings values as YAML has them, nulls included
 */
public record ChannelConfig(String name, String type, Map<String, Object> settings) {

  public ChannelConfig {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The value under {@code key} as text, numbers as they are written; null counts as absent. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(settings.get(key)).map(String::valueOf);
  }

  /**
   * A value that the channel cannot do without.
   *
   * @throws DtkException CONFIG when it is missing or empty
   */
  public String required(String key) {
    return text(key).filter(value -> !value.isEmpty()).orElseThrow(() -> wrong(key, "a value"));
  }

  /** Whether the key stands there, with a value or without. */
  public boolean has(String key) {
    return settings.containsKey(key);
  }

  /**
   * A yes or no.
   *
   * @throws DtkException CONFIG when it is neither
   */
  public boolean flag(String key, boolean fallback) {
    return has(key)
        ? LaxValues.flag(settings.get(key)).orElseThrow(() -> wrong(key, "true or false"))
        : fallback;
  }

  /**
   * A whole number.
   *
   * @throws DtkException CONFIG when it is none or out of range
   */
  public int whole(String key, int fallback, int min, int max) {
    if (settings.get(key) == null) {
      return fallback;
    }
    return LaxValues.whole(settings.get(key))
        .filter(number -> number.compareTo(BigInteger.valueOf(min)) >= 0)
        .filter(number -> number.compareTo(BigInteger.valueOf(max)) <= 0)
        .orElseThrow(() -> wrong(key, "a whole number from " + min + " to " + max))
        .intValue();
  }

  /**
   * One or more texts; a single one need not be a list.
   *
   * @throws DtkException CONFIG when there is none
   */
  public List<String> texts(String key) {
    Object value = settings.get(key);
    List<?> items =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(String.valueOf(item)));
    if (texts.isEmpty() || texts.contains("")) {
      throw wrong(key, "at least one text");
    }
    return texts;
  }

  /** The mapping under {@code key} as texts; empty when there is none. */
  public Map<String, String> map(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (settings.get(key) instanceof Map<?, ?> map) {
      map.forEach((k, v) -> texts.put(String.valueOf(k), String.valueOf(v)));
    }
    return texts;
  }

  /** An error about a setting that shows the key, not the value. */
  public DtkException wrong(String key, String expected) {
    return new DtkException(
        ErrorCode.CONFIG,
        "alert_channels." + name + "." + key + ": expected " + expected + " (" + type + ")");
  }

  @Override
  public String toString() {
    return name + " (" + type + ")";
  }
}

package io.dtkspark.config;

import io.dtkspark.config.yaml.YamlParser;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A YAML file of the project.
 *
 * @param path absolute
 * @param name as shown in messages: relative to the project's root
 * @param secret whether messages must not show its values
 */
record ConfigFile(Path path, String name, boolean secret) {

  /** Keys of a secret file whose values are no secrets. */
  private static final Set<String> SHOWN_KEYS =
      Set.of("type", "port", "read_only", "default_profile", "format", "priority", "timeout");

  static ConfigFile of(Path root, Path path, boolean secret) {
    String name = root.relativize(path).toString().replace('\\', '/');
    return new ConfigFile(path, name, secret);
  }

  /**
   * Reads the file.
   *
   * @throws DtkException CONFIG when it cannot be read or is no YAML
   */
  ConfigNode read() {
    return read(UnaryOperator.identity());
  }

  /** Reads the file and changes every text value (not keys) with {@code change}. */
  ConfigNode read(UnaryOperator<String> change) {
    return parse(text(), change);
  }

  ConfigNode parse(String text, UnaryOperator<String> change) {
    return new ConfigNode(this, YamlTexts.change(YamlParser.parse(name, text), change), "");
  }

  boolean shows(String key) {
    return !secret || SHOWN_KEYS.contains(key);
  }

  private String reason(IOException e) {
    if (Files.isDirectory(path)) {
      return "; it is a directory";
    }
    return e instanceof AccessDeniedException ? "; change its permissions" : "";
  }

  private String text() {
    try {
      byte[] bytes = Files.readAllBytes(path);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new DtkException(ErrorCode.CONFIG, name + ": the file is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw new DtkException(ErrorCode.CONFIG, name + ": the file cannot be read" + reason(e), e);
    }
  }
}

package io.dtkspark.config;

import io.dtkspark.config.python.PythonRepr;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.StringJoiner;

/** The stable hashes that name detectors, alerting blocks and searches in the stored tables. */
public final class DetectorIdentity {

  private static final int LENGTH = 16;

  private DetectorIdentity() {}

  /**
   * Hash of a detector: its class with version, then the parameters as Python prints a list of
   * pairs, e.g. {@code MADDetector@v3[('threshold', 2.5)]}.
   *
   * @param nonDefault parameters that differ from their defaults, sorted by name
   */
  static String detectorId(String versionedClass, SortedMap<String, Object> nonDefault) {
    StringJoiner pairs = new StringJoiner(", ", "[", "]");
    nonDefault.forEach(
        (name, value) -> pairs.add("(" + PythonRepr.of(name) + ", " + PythonRepr.of(value) + ")"));
    return hash("SHA-256", versionedClass + pairs);
  }

  /** First 16 hex digits of a digest of the UTF-8 text. */
  public static String hash(String algorithm, String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}

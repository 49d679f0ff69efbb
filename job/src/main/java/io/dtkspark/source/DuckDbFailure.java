package io.dtkspark.source;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Says why a DuckDB file does not open, and what to do about it. */
final class DuckDbFailure {

  /** Shorter values are no secrets, and would take other words of a message with them. */
  private static final int SECRET_LENGTH = 6;

  private DuckDbFailure() {}

  /** Checks what the engine would report less clearly. */
  static void checkFile(Profile profile, ErrorCode role) {
    Path file = Path.of(profile.path()).toAbsolutePath();
    if (profile.path().contains(";")) {
      String what = "cannot be opened: to DuckDB's driver a path ends at ';'; rename what has one";
      throw failure(profile, role, what, null);
    }
    if (Files.isDirectory(file)) {
      throw failure(profile, role, "is a directory; `path` must name a file", null);
    }
    if (!Files.isDirectory(file.getParent())) {
      throw failure(
          profile, role, "cannot be created: there is no directory " + file.getParent(), null);
    }
    if (profile.readOnly() && !Files.exists(file)) {
      throw failure(
          profile, role, "does not exist, and a profile with `read_only` cannot create it", null);
    }
  }

  /** Turns the engine's message into ours; the engine has no error codes to go by. */
  static DtkException opening(Profile profile, ErrorCode role, SQLException e) {
    String text = line(e);
    if (text.contains("not recognized")
        || text.contains("configuration option")
        || text.contains("\" setting,")) {
      return settings(profile, text, e);
    }
    return failure(profile, role, reason(text) + " (" + text + ")", e);
  }

  /** Some settings are tokens, and the engine quotes the values it does not like. */
  private static DtkException settings(Profile profile, String text, SQLException e) {
    String shown = text;
    for (String value : profile.settings().values()) {
      if (value.length() >= SECRET_LENGTH) {
        int anyCase = Pattern.LITERAL | Pattern.CASE_INSENSITIVE;
        shown = Pattern.compile(value, anyCase).matcher(shown).replaceAll("…");
      }
    }
    return new DtkException(
        ErrorCode.CONFIG,
        "profile '" + profile.name() + "', `settings`: " + shown,
        shown.equals(text) ? e : null);
  }

  static String subject(Profile profile) {
    return "profile '" + profile.name() + "': DuckDB file " + profile.path();
  }

  /** The first line of the message; the rest are hints for other clients. */
  static String line(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
  }

  private static String reason(String text) {
    if (text.contains("Could not set lock")) {
      return "is in use by another process; DuckDB files belong to one process at a time,"
          + " so end the other one first";
    }
    if (text.contains("not a valid DuckDB database file")) {
      return "is not a DuckDB database; correct `path`, or move the file away";
    }
    if (text.contains("Corrupt")
        || text.contains("checksum")
        || text.contains("Could not read enough bytes")) {
      return "is damaged; restore it from a backup";
    }
    if (text.contains("Read-only file system") || text.contains("Permission denied")) {
      return "cannot be written; change its permissions, or set `read_only: true` to only read it";
    }
    return "cannot be opened";
  }

  private static DtkException failure(
      Profile profile, ErrorCode role, String what, Throwable cause) {
    return new DtkException(role, subject(profile) + " " + what, cause);
  }
}

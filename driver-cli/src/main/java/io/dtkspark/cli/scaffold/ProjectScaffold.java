package io.dtkspark.cli.scaffold;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The files of a new project: text by path. On DuckDB the example metric runs at once; elsewhere
 * the connection and the query's table are the user's to fill in.
 */
public final class ProjectScaffold {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]*");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** History of the example: enough for its one-week window, quick to load. */
  private static final int EXAMPLE_DAYS = 30;

  private ProjectScaffold() {}

  /**
   * Renders all files.
   *
   * @param name the project's name, also its directory
   * @param today the day the example's history ends before
   * @throws DtkException CONFIG when the name does not do as a directory
   */
  public static Map<String, String> files(String name, DatabaseType type, LocalDate today) {
    if (!NAME.matcher(name).matches()) {
      throw new DtkException(
          ErrorCode.CONFIG,
          "'"
              + name
              + "' does not do as a project name: use letters, digits, '_', '-', '.' and spaces,"
              + " starting with a letter, a digit or '_'");
    }
    Map<String, String> words = words(name, type, today);
    words.put("query", indented(new Templates(words).text("queries/" + type.templates() + ".sql")));
    words.put("profile", new Templates(words).text("profiles/" + type.templates() + ".yml"));
    Templates templates = new Templates(words);
    Map<String, String> files = new LinkedHashMap<>();
    files.put("detectkit_project.yml", templates.text("detectkit_project.yml"));
    files.put("profiles.yml", templates.text("profiles.yml"));
    files.put("README.md", templates.text("README.md"));
    files.put(".gitignore", templates.text("gitignore"));
    files.put("metrics/.gitkeep", "");
    files.put("metrics/example_cpu_usage.yml", templates.text("example_metric.yml"));
    files.put("incidents/example_cpu_usage.yml", templates.text("example_incidents.yml"));
    files.put("sql/.gitkeep", "");
    return files;
  }

  private static Map<String, String> words(String name, DatabaseType type, LocalDate today) {
    LocalDateTime start = today.minusDays(EXAMPLE_DAYS).atStartOfDay();
    LocalDateTime longStart = start.plusDays(20).withHour(14);
    Map<String, String> words = new HashMap<>();
    words.put("name", name);
    words.put("type", type.toString());
    words.put("tables", type.tables());
    words.put("loading_start", TIME.format(start));
    words.put("long_start", TIME.format(longStart));
    words.put("long_end", TIME.format(longStart.plusMinutes(90)));
    words.put("short_at", TIME.format(start.plusDays(26).withHour(9).withMinute(10)));
    return words;
  }

  /** Two spaces before each line: the block text of a YAML key. */
  private static String indented(String text) {
    return text.indent(2);
  }
}

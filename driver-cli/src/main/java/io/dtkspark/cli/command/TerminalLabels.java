package io.dtkspark.cli.command;

import io.dtkspark.autotune.label.LabelPrompt;
import io.dtkspark.cli.Console;
import io.dtkspark.cli.Style;
import io.dtkspark.config.IncidentLabels;
import io.dtkspark.config.IncidentLabels.Incident;
import io.dtkspark.config.LabelsReader;
import io.dtkspark.error.DtkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for labels at a terminal. The end of the input is an empty answer to all that follows. */
final class TerminalLabels implements LabelPrompt {

  private final Console console;
  private final LabelsReader reader;

  TerminalLabels(Console console, LabelsReader reader) {
    this.console = console;
    this.reader = reader;
  }

  /** An answer that is no number means the newest; one out of range means the nearest. */
  @Override
  public Path choose(List<Path> files) {
    console.line("  Saved labels:");
    for (int i = 0; i < files.size(); i++) {
      String newest = i == files.size() - 1 ? "  (newest)" : "";
      console.line("    " + (i + 1) + ") " + files.get(i).getFileName() + newest);
    }
    String answer = console.ask("  Which ones? [" + files.size() + "]: ").orElse("").strip();
    int number = answer.matches("[0-9]{1,6}") ? Integer.parseInt(answer) : files.size();
    return files.get(Math.min(Math.max(number, 1), files.size()) - 1);
  }

  @Override
  public IncidentLabels ask() {
    if (!console.confirm("  No labelled incidents found. Enter some now? No tunes without")) {
      return IncidentLabels.NONE;
    }
    List<Incident> incidents = new ArrayList<>();
    Optional<String> start = start();
    while (start.isPresent()) {
      add(start.get(), incidents);
      start = start();
    }
    return new IncidentLabels(incidents, List.of(), List.of());
  }

  private Optional<String> start() {
    return answer("    start, YYYY-MM-DD or YYYY-MM-DD HH:MM:SS in UTC (nothing ends this): ");
  }

  /** A typing mistake costs one incident, not those entered before. */
  private void add(String start, List<Incident> incidents) {
    Optional<String> end = answer("    end (nothing for a single point): ");
    try {
      incidents.add(reader.typed(start, end));
    } catch (DtkException e) {
      console.errorLine("    not taken: " + e.getMessage(), Style.YELLOW);
    }
  }

  private Optional<String> answer(String question) {
    return console.ask(question).map(String::strip).filter(text -> !text.isEmpty());
  }
}

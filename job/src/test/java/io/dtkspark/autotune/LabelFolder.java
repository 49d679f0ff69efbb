package io.dtkspark.autotune;

import io.dtkspark.config.ConfigWarnings;
import io.dtkspark.config.IncidentLabels;
import io.dtkspark.config.LabelsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project's folder in which tests write files of labels and read them. */
public record LabelFolder(Path root) {

  public Path write(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      return Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public LabelsReader reader() {
    return new LabelsReader(root, ConfigWarnings.collecting());
  }

  /** Labels of the metric {@code cpu} from a text. */
  public IncidentLabels labels(String text) {
    return reader().read(write("labels.yml", text), "cpu");
  }
}

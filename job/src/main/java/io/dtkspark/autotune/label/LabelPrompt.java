package io.dtkspark.autotune.label;

import io.dtkspark.config.IncidentLabels;
import java.nio.file.Path;
import java.util.List;

/** Asks somebody at a terminal about labels. */
public interface LabelPrompt {

  /**
   * Which of several files to take.
   *
   * @param files at least two, the newest last
   */
  Path choose(List<Path> files);

  /** Incidents that are typed in; none is an answer too. */
  IncidentLabels ask();
}

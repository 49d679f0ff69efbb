package io.dtkspark.cli.option;

import java.util.Optional;
import picocli.CommandLine.Option;

/** How a project and its state database are opened. */
public final class ProjectOptions {

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Profile that holds the state (default: default_profile of profiles.yml).")
  private String profile;

  @Option(
      names = "--strict",
      description = "Treat unknown keys in YAML files as errors, not as warnings.")
  private boolean strict;

  public Optional<String> profile() {
    return Optional.ofNullable(profile);
  }

  public boolean strict() {
    return strict;
  }
}

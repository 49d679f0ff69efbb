package io.dtkspark.source;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;

/** Opens the source that a profile names. */
public final class MetricSources {

  private MetricSources() {}

  /**
   * Opens the source.
   *
   * @throws DtkException CONFIG when the profile's type cannot be read yet, SOURCE when its
   *     database cannot be opened
   */
  public static MetricSource open(Profile profile) {
    if (profile.type().equals("duckdb")) {
      return DuckDbSource.open(profile);
    }
    throw new DtkException(
        ErrorCode.CONFIG,
        "profile '"
            + profile.name()
            + "': type '"
            + profile.type()
            + "' cannot be read here; supported so far: duckdb");
  }
}

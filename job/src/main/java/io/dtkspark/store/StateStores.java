package io.dtkspark.store;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.duckdb.DuckDbStateStore;
import java.time.Clock;

/** Opens the state store that a profile names. */
public final class StateStores {

  private StateStores() {}

  /**
   * Opens the store; tables are not created or looked at yet.
   *
   * @throws DtkException CONFIG when the profile's type holds no state, STORE when its database
   *     cannot be opened
   */
  public static StateStore open(Profile profile) {
    return open(profile, Clock.systemUTC());
  }

  /** The same with the clock that lock and mirror rows take their time from. */
  public static StateStore open(Profile profile, Clock clock) {
    if (profile.type().equals("duckdb")) {
      return DuckDbStateStore.open(profile, clock);
    }
    throw new DtkException(
        ErrorCode.CONFIG,
        "profile '"
            + profile.name()
            + "': type '"
            + profile.type()
            + "' cannot hold the _dtk_* tables here; supported so far: duckdb");
  }
}

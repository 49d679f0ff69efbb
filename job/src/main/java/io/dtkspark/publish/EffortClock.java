package io.dtkspark.publish;

import io.dtkspark.publish.Effort.Part;
import java.util.EnumMap;
import java.util.Map;

/** Measures an {@link Effort}; for one thread. */
public final class EffortClock {

  private final Map<Part, Long> nanos = new EnumMap<>(Part.class);
  private long since;

  /** Starts with the first piece of work. */
  public EffortClock() {
    restart();
  }

  /** Work starts now; the time since the last {@link #charge} was none. */
  public void restart() {
    since = System.nanoTime();
  }

  /** Work of the kind {@code part} ends now, and the next piece starts. */
  public void charge(Part part) {
    long now = System.nanoTime();
    nanos.merge(part, now - since, Long::sum);
    since = now;
  }

  public Effort effort() {
    return new Effort(nanos);
  }
}

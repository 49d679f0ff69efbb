package io.dtkspark.publish;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where time went: nanoseconds by kind of work. Summed over tasks that run side by side they exceed
 * the time of the run.
 */
public record Effort(Map<Part, Long> nanos) implements Serializable {

  /** Kinds of work. */
  public enum Part {
    /** Waiting for rows and turning them into arrays. */
    READ,
    /** Verdicts and statistics. */
    SCORE,
    /** The text of the metadata. */
    FORMAT,
    /** Staging rows. */
    WRITE,
    /** Moving staged rows into their table; on the driver. */
    PUBLISH
  }

  public static final Effort NONE = new Effort(Map.of());

  public Effort {
    nanos = Map.copyOf(nanos);
  }

  public long nanos(Part part) {
    return nanos.getOrDefault(part, 0L);
  }

  public Effort plus(Effort other) {
    Map<Part, Long> sum = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      sum.put(part, nanos(part) + other.nanos(part));
    }
    return new Effort(sum);
  }
}

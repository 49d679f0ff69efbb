package io.dtkspark.alert;

/** Which anomalies of a point count towards the quorum: the key {@code direction} of a block. */
public enum DirectionPolicy {
  /** The newest point's detectors agree on one direction, and older points are held to it. */
  SAME("same", Side.EITHER),
  /** Every anomaly, whatever its direction. */
  ANY("any", Side.EITHER),
  UP("up", Side.UP),
  DOWN("down", Side.DOWN);

  private final String text;
  private final Side side;

  DirectionPolicy(String text, Side side) {
    this.text = text;
    this.side = side;
  }

  /** The word of the YAML file. */
  public String text() {
    return text;
  }

  /** The side that counts while no direction is locked. */
  Side side() {
    return side;
  }

  /**
   * The policy a YAML file names.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static DirectionPolicy of(String text) {
    for (DirectionPolicy policy : values()) {
      if (policy.text.equals(text)) {
        return policy;
      }
    }
    throw new IllegalArgumentException("expected any, down, same or up, not " + text);
  }
}

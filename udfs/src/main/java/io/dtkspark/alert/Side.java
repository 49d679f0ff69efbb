package io.dtkspark.alert;

/** The anomalies of a point that are looked at together. */
public enum Side {
  UP,
  DOWN,
  /** All of them under {@link DirectionPolicy#ANY}; else those that agree, on whichever side. */
  EITHER,
  /** No quorum. */
  NONE;

  static Side of(Direction direction) {
    return switch (direction) {
      case UP -> UP;
      case DOWN -> DOWN;
      default -> NONE;
    };
  }
}

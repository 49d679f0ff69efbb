package io.dtkspark.alert;

import java.util.List;

/** A decision to notify. */
public sealed interface Alert {

  /** The datapoint the message is about. */
  long epochMillis();

  /**
   * Enough detectors fired for long enough.
   *
   * @param quorum the detections of the newest point that count, at least one, by detector id
   * @param leader the one the message shows
   * @param side whose votes they are
   * @param streak since when; for the fraction rule its points and the oldest of them in the window
   * @param byShare whether the fraction rule fired
   */
  record Anomaly(
      List<Detection> quorum, Detection leader, Side side, Streak streak, boolean byShare)
      implements Alert {

    @Override
    public long epochMillis() {
      return leader.epochMillis();
    }

    /** The greatest severity of the quorum. */
    public double severity() {
      return leader.severity();
    }

    /** The direction to show: MIXED when the members of the quorum disagree. */
    public Direction direction() {
      if (side == Side.UP || side == Side.DOWN) {
        return side == Side.UP ? Direction.UP : Direction.DOWN;
      }
      Direction seen = Direction.NONE;
      for (Detection detection : quorum) {
        Direction direction = detection.direction();
        if (direction != Direction.NONE && seen != Direction.NONE && direction != seen) {
          return Direction.MIXED;
        }
        seen = direction == Direction.NONE ? seen : direction;
      }
      return seen;
    }
  }

  /**
   * The metric is back where it should be.
   *
   * @param latest the newest detection, which has the value to show
   * @param source the detection whose detector and band to show
   * @param incident the run of anomalies that ended
   */
  record Recovery(Detection latest, Detection source, Streak incident) implements Alert {

    @Override
    public long epochMillis() {
      return latest.epochMillis();
    }
  }

  /** The datapoint that should be there is missing, or has no value. */
  record NoData(long epochMillis) implements Alert {}
}

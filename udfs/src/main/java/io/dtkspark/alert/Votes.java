package io.dtkspark.alert;

/**
 * The anomalies of one point, counted. Reused from point to point.
 *
 * <p>Under {@link DirectionPolicy#SAME} both directions can have enough votes; then the one with
 * more wins, then the one with the more severe anomaly, then the one whose most severe anomaly has
 * the greater detector name, then up.
 */
public final class Votes {

  private int ups;
  private int downs;
  private int anomalies;
  private final Strongest up = new Strongest();
  private final Strongest down = new Strongest();

  /** Starts the next point. */
  public void clear() {
    ups = 0;
    downs = 0;
    anomalies = 0;
    up.clear();
    down.clear();
  }

  /** Counts a detection of this point; what is no anomaly does not count. */
  public void add(Detection detection) {
    if (detection.anomaly()) {
      add(detection.direction(), detection.severity(), detection.detector().name());
    }
  }

  /** Counts an anomaly of this point. */
  public void add(Direction direction, double severity, String detectorName) {
    anomalies++;
    if (direction == Direction.UP) {
      ups++;
      up.add(severity, detectorName);
    } else if (direction == Direction.DOWN) {
      downs++;
      down.add(severity, detectorName);
    }
  }

  /** Votes that {@code side} looks at; the larger camp for EITHER, which is not all of them. */
  int of(Side side) {
    return switch (side) {
      case UP -> ups;
      case DOWN -> downs;
      case EITHER -> Math.max(ups, downs);
      case NONE -> 0;
    };
  }

  int anomalies() {
    return anomalies;
  }

  /** Whether {@code side} has the votes that {@code rule} asks for. */
  boolean satisfy(AlertRule rule, Side side) {
    boolean all = side == Side.EITHER && rule.policy() == DirectionPolicy.ANY;
    return side != Side.NONE && (all ? anomalies : of(side)) >= rule.minDetectors();
  }

  /** The side that meets the rule at this point alone; NONE when there is no quorum. */
  Side quorum(AlertRule rule) {
    Side side = rule.policy().side();
    if (!satisfy(rule, side)) {
      return Side.NONE;
    }
    return rule.policy() == DirectionPolicy.SAME ? winner() : side;
  }

  /**
   * The side an alert about this point was raised for: of the quorum, else of the majority; NONE
   * when neither tells.
   */
  Side trigger(AlertRule rule) {
    Side side = quorum(rule);
    boolean known = side == Side.UP || side == Side.DOWN;
    return known ? side : ups > downs ? Side.UP : downs > ups ? Side.DOWN : Side.NONE;
  }

  private Side winner() {
    boolean downWins = ups == downs ? down.beats(up) : downs > ups;
    return downWins ? Side.DOWN : Side.UP;
  }

  /** The greatest severity of a direction, with the greatest name among equals. */
  private static final class Strongest {

    private double severity;
    private String name;

    void clear() {
      name = null;
    }

    void add(double candidate, String candidateName) {
      boolean more = name == null || candidate > severity;
      if (more || (candidate == severity && candidateName.compareTo(name) > 0)) {
        severity = candidate;
        name = candidateName;
      }
    }

    boolean beats(Strongest other) {
      return severity != other.severity
          ? severity > other.severity
          : name.compareTo(other.name) > 0;
    }
  }
}

package io.dtkspark.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * Detections read in ascending time, detector ids ascending within one time, and what follows from
 * them at the newest one. Keeps the newest point, a few detections per detector and the window of
 * the fraction rule, however many detections pass.
 */
final class DetectionLog {

  private final QuorumHistory quorums;
  private final Votes votes = new Votes();
  private final DetectorMemory memory = new DetectorMemory();
  private final List<Detection> point = new ArrayList<>();
  private boolean counted = true;
  private Streak lastRun = Streak.UNKNOWN;
  private Detection lastLeader;

  DetectionLog(AlertRule rule) {
    this.quorums = new QuorumHistory(rule);
  }

  static DetectionLog of(AlertRule rule, List<Detection> detections) {
    DetectionLog log = new DetectionLog(rule);
    detections.forEach(log::add);
    log.finishPoint();
    return log;
  }

  void add(Detection detection) {
    if (!point.isEmpty() && point.get(0).epochMillis() != detection.epochMillis()) {
      finishPoint();
      point.clear();
      votes.clear();
    }
    point.add(detection);
    votes.add(detection);
    memory.add(detection);
    counted = false;
  }

  /** Counts the newest point, once all of its detections have been added. */
  void finishPoint() {
    if (counted) {
      return;
    }
    counted = true;
    quorums.add(newestMillis(), votes);
    if (quorums.side() != Side.NONE) {
      lastRun = quorums.streak();
      lastLeader = leader(quorum());
    }
  }

  boolean isEmpty() {
    return point.isEmpty();
  }

  long newestMillis() {
    return point.get(0).epochMillis();
  }

  QuorumHistory quorums() {
    return quorums;
  }

  /** The newest point. */
  Votes votes() {
    return votes;
  }

  /** The alert of the consecutive rule, when that fires. */
  Alert.Anomaly inARow(Streak streak) {
    List<Detection> quorum = quorum();
    return new Alert.Anomaly(quorum, leader(quorum), quorums.side(), streak, false);
  }

  /** The alert of the fraction rule, when that fires. */
  Alert.Anomaly byShare() {
    List<Detection> quorum = quorum();
    return new Alert.Anomaly(quorum, leader(quorum), quorums.side(), quorums.windowStreak(), true);
  }

  /**
   * The recovery at the newest point.
   *
   * @param incidents where the incident is looked up; may reach further back than this
   */
  Alert.Recovery recovery(DetectionLog incidents) {
    Detection source = memory.recoverySource(incidents.lastLeader);
    return new Alert.Recovery(memory.last(), source, incidents.lastRun);
  }

  private List<Detection> quorum() {
    Side side = quorums.side();
    List<Detection> quorum = new ArrayList<>(point.size());
    for (Detection detection : point) {
      boolean counts = side == Side.EITHER || Side.of(detection.direction()) == side;
      if (detection.anomaly() && counts) {
        quorum.add(detection);
      }
    }
    return quorum;
  }

  private static Detection leader(List<Detection> quorum) {
    Detection leader = quorum.get(0);
    for (Detection detection : quorum) {
      leader = detection.leads(leader) ? detection : leader;
    }
    return leader;
  }
}

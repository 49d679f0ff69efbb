package io.dtkspark.alert;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables of one metric in memory.
 *
 * @param detections by time, then detector id
 * @param storedMillis when each of them was stored
 * @param missing times of datapoints without a value
 */
record StoredDetections(
    List<Detection> detections, Map<Detection, Long> storedMillis, Set<Long> missing)
    implements DetectionHistory {

  /** What was there at {@code nowMillis}. */
  StoredDetections asOf(long nowMillis) {
    List<Detection> then =
        detections.stream().filter(d -> storedMillis.get(d) <= nowMillis).toList();
    return new StoredDetections(then, storedMillis, missing);
  }

  @Override
  public List<Detection> recent(long lastMillis, int points) {
    TreeSet<Long> times = new TreeSet<>();
    detections.stream()
        .map(Detection::epochMillis)
        .filter(t -> t <= lastMillis)
        .forEach(times::add);
    while (times.size() > points) {
      times.pollFirst();
    }
    return detections.stream().filter(d -> times.contains(d.epochMillis())).toList();
  }

  @Override
  public List<Detection> newestStoredAfter(long lastMillis, long storedAfterMillis) {
    long newest =
        detections.stream()
            .filter(d -> d.epochMillis() <= lastMillis && storedMillis.get(d) > storedAfterMillis)
            .mapToLong(Detection::epochMillis)
            .max()
            .orElse(AlertState.NEVER);
    return detections.stream().filter(d -> d.epochMillis() == newest).toList();
  }

  @Override
  public boolean hasValue(long epochMillis) {
    return !missing.contains(epochMillis);
  }
}

package io.dtkspark.detect;

import io.dtkspark.config.Profile;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.plan.Chunk;
import io.dtkspark.store.StateStore.DetectionHeader;
import java.io.Serializable;
import java.util.List;

/**
 * One chunk of one detector, as it crosses to an executor.
 *
 * @param stream number of the detector's stream in the stage
 * @param chunk what to score
 * @param state where datapoints are read and detections staged
 * @param header what all rows share
 * @param components seasonality column names per component
 * @param stepMillis the metric's interval
 * @param contextMillis the span of time read before a batch
 * @param batchSize intervals per detection batch, counted from the start of the chunk
 * @param warnAboutGroups whether this chunk checks that seasonality groups can fill (the first one)
 * @param runId letters and digits, unique per run; names the staging
 */
public record DetectTask(
    int stream,
    Chunk chunk,
    Profile state,
    DetectionHeader header,
    DetectorSpec spec,
    List<List<String>> components,
    long stepMillis,
    long contextMillis,
    int batchSize,
    boolean warnAboutGroups,
    String runId)
    implements Serializable {

  String stagingName(long attempt) {
    return "detect_" + runId + "_s" + stream + "_c" + chunk.index() + "_a" + attempt;
  }
}

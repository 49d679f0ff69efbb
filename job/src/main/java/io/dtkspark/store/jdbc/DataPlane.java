package io.dtkspark.store.jdbc;

import io.dtkspark.store.Publication;
import io.dtkspark.store.Staging;
import io.dtkspark.store.StateStore;
import io.dtkspark.table.DatapointColumns;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.DetectionSink;

/**
 * The part of a state store that moves rows in bulk. Each database has a fast way of its own;
 * everything else is {@link JdbcStateStore}. Methods mean what they mean in {@link StateStore}.
 */
public interface DataPlane extends AutoCloseable {

  /** Makes what stagings need, after the tables were made; drops what killed runs left behind. */
  default void prepare() {}

  void readDatapoints(Filter rows, DatapointColumns receiver);

  DatapointSink stageDatapoints(Staging staging, StateStore.DatapointHeader header);

  DetectionSink stageDetections(Staging staging, StateStore.DetectionHeader header);

  void publish(Publication publication);

  void discard(Staging staging);

  @Override
  void close();
}

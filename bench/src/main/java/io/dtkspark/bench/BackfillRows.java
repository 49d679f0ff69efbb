package io.dtkspark.bench;

import io.dtkspark.json.JsonText;
import java.util.Random;

/** A block of rows like those of a backfill with one detector; made before a clock starts. */
final class BackfillRows {

  private final double[] values;
  private final byte[][] metadata;
  private final JsonText text = new JsonText();
  private final Random random = new Random(42);

  BackfillRows(int room) {
    values = new double[room];
    metadata = new byte[room][];
  }

  /** Makes the first {@code rows} anew. */
  void fill(int rows) {
    for (int row = 0; row < rows; row++) {
      values[row] = 100 + 20 * random.nextGaussian();
      double spread = random.nextDouble();
      text.clear().beginObject();
      text.name("adjusted_mad").value(spread).name("adjusted_median").value(values[row]);
      text.name("global_mad").value(spread).name("global_median").value(values[row]);
      metadata[row] = text.name("window_size").value(2016).endObject().toBytes();
    }
  }

  double value(int row) {
    return values[row];
  }

  /** What a detection says about itself, as JSON. */
  byte[] metadata(int row) {
    return metadata[row];
  }
}

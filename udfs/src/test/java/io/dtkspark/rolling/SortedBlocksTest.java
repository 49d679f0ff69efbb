package io.dtkspark.rolling;

import io.dtkspark.detector.RandomSeries.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SortedBlocksTest {

  @ParameterizedTest
  @EnumSource
  void cursorsKeepTheirPlaceAndSumWhileRowsEnterAndLeave(Shape shape) {
    SortedRowsContract contract = new SortedRowsContract(shape, 6000);
    contract.check(new SortedBlocks(1000, contract.weights()), true);
  }
}

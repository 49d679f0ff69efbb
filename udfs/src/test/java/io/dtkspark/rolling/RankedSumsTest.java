package io.dtkspark.rolling;

import io.dtkspark.detector.RandomSeries.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RankedSumsTest {

  @ParameterizedTest
  @EnumSource
  void cursorsFindPlacesAndSumsWhileRowsEnterAndLeave(Shape shape) {
    SortedRowsContract contract = new SortedRowsContract(shape, 6000);
    contract.check(new RankedSums(contract.weights()), false);
  }

  @ParameterizedTest
  @EnumSource
  void cursorsPassWholeBlocksOfLargePieces(Shape shape) {
    SortedRowsContract contract = new SortedRowsContract(shape, 40_000);
    contract.check(new RankedSums(contract.weights()), false);
  }
}

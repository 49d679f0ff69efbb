package io.dtkspark.autotune.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalEvaluatorTest {

  private final SearchSpace space = SearchSpace.of(SearchCase.named("daily incidents").input());

  @Test
  void thresholdsShareAPassUnlessTheDetectorClamps() {
    List<Candidate> candidates = new ArrayList<>();
    for (double threshold : new double[] {2.5, 3.0}) {
      candidates.add(candidate(TunableType.MAD, threshold, null));
      candidates.add(candidate(TunableType.ZSCORE, threshold, "clamp"));
      candidates.add(candidate(TunableType.AUTOREG, threshold, null));
    }
    assertEquals(
        List.of(List.of(0, 3), List.of(1), List.of(2, 5), List.of(4)),
        LocalEvaluator.byPass(candidates));
  }

  @Test
  void scoresAreTheSameAfterACrossingToAnotherProcess() throws Exception {
    List<Candidate> candidates =
        List.of(
            candidate(TunableType.IQR, 1.5, null),
            candidate(TunableType.MAD, 3.0, "clamp"),
            candidate(TunableType.AUTOREG, 3.0, "clamp"));
    List<Evaluation> here = new LocalEvaluator(space.evidence()).evaluate(candidates);
    List<Evaluation> there = new ArrayList<>();
    Evidence sent = crossed(space.evidence());
    for (Candidate candidate : candidates) {
      Candidate received = crossed(candidate);
      there.add(crossed(new LocalEvaluator(sent).evaluate(List.of(received)).get(0)));
    }
    for (int i = 0; i < here.size(); i++) {
      assertEquals(here.get(i).candidate(), there.get(i).candidate());
      assertArrayEquals(here.get(i).scores().perFold(), there.get(i).scores().perFold());
    }
  }

  @Test
  void candidateThatBreaksIsAFailedEvaluation() {
    TuningSeries series = space.series();
    Evidence broken =
        new Evidence(
            series,
            space.evidence().incident(),
            List.of(new Fold(0, series.size() + 1)),
            space.evidence().rule());
    Evaluation evaluation =
        new LocalEvaluator(broken).evaluate(List.of(candidate(TunableType.MAD, 3.0, null))).get(0);
    assertFalse(evaluation.isScored());
    assertFalse(evaluation.failure().isEmpty());
  }

  private Candidate candidate(TunableType type, double threshold, String stabilization) {
    Map<String, Object> params = new LinkedHashMap<>();
    if (type.isWindowed()) {
      params.put("seasonality_components", List.of("hour", List.of("hour", "day_of_week")));
    }
    params.put("threshold", threshold);
    params.put("stabilization", stabilization);
    return space.factory().create(type, params);
  }

  @SuppressWarnings("unchecked")
  private static <T> T crossed(T sent) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sent);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}

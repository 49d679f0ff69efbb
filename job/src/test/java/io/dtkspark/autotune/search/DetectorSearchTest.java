package io.dtkspark.autotune.search;

import static io.dtkspark.autotune.search.Golden.assertClose;
import static io.dtkspark.autotune.search.Golden.assertSame;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dtkspark.autotune.Decision;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.TuningResult.AlertRule;
import io.dtkspark.autotune.TuningResult.Share;
import io.dtkspark.error.DtkException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectorSearchTest {

  static Stream<SearchCase> succeeding() {
    return SearchCase.all().filter(c -> !c.fails());
  }

  /** Searches of no rows at all cannot even be asked for. */
  static Stream<SearchCase> failing() {
    return SearchCase.all().filter(c -> c.fails() && !c.name().equals("empty"));
  }

  @ParameterizedTest
  @MethodSource("succeeding")
  void answerAndDecisionsAreThoseOfTheOriginal(SearchCase searched) {
    JsonNode expected = searched.expected();
    TuningResult result = search(searched, LocalEvaluator::new);
    assertEquals(expected.get("id").asText(), result.detectorId());
    assertEquals(expected.get("type").asText(), result.detectorType());
    assertSame(Golden.map(expected.get("params")), result.params(), "params");
    assertEquals(
        List.copyOf(Golden.map(expected.get("params")).keySet()),
        List.copyOf(result.params().keySet()));
    assertClose(expected.get("score").asDouble(), result.score(), "score");
    double[] folds = result.foldScores().stream().mapToDouble(Double::doubleValue).toArray();
    assertArrayEquals(Golden.numbers(expected.get("folds")), folds, 1e-6);
    assertEquals(Golden.value(expected.get("seasonality")), result.seasonality().orElse(null));
    assertEquals(alertRule(searched), result.alertRule());
    assertSame(Golden.value(expected.get("log")), stagesAndFields(result), "log");
  }

  private static Optional<AlertRule> alertRule(SearchCase searched) {
    JsonNode expected = searched.expected();
    if (expected.get("consecutive").isNull()) {
      return Optional.empty();
    }
    String window = expected.get("anomaly_window").asText();
    Share share = null;
    if (!window.equals("null")) {
      long seconds = Long.parseLong(window.substring(0, window.length() - 1));
      int points = (int) (seconds / searched.json().get("interval").asLong());
      share = new Share(points, expected.get("min_anomaly_share").asDouble());
    }
    return Optional.of(new AlertRule(expected.get("consecutive").asInt(), share));
  }

  private static List<Object> stagesAndFields(TuningResult result) {
    List<Object> decisions = new ArrayList<>();
    for (Decision decision : result.decisions()) {
      if (!decision.fields().containsKey("left_out")) {
        decisions.add(List.of(decision.stage().key(), decision.fields()));
      }
    }
    return decisions;
  }

  @ParameterizedTest
  @MethodSource("succeeding")
  void everyCandidateIsTriedInOrderAndScoresTheSame(SearchCase searched) {
    List<Evaluation> candidates = candidates(searched, LocalEvaluator::new);
    JsonNode expected = searched.expected().get("candidates");
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).get(0).asText(), candidates.get(i).candidate().detectorId());
      String which = candidates.get(i).candidate().params().toString();
      assertClose(expected.get(i).get(1).asDouble(), candidates.get(i).score(), which);
    }
    assertEquals(expected.size(), candidates.size());
  }

  @ParameterizedTest
  @MethodSource("failing")
  void whatTheOriginalCannotTuneFailsWithAMessage(SearchCase searched) {
    DtkException failure =
        assertThrows(DtkException.class, () -> search(searched, LocalEvaluator::new));
    assertTrue(failure.getMessage().startsWith("metric orders: "));
  }

  @Test
  void impossibleCandidatesAreLoggedOncePerTypeAndReason() {
    List<Decision> leftOut =
        search(SearchCase.named("pinned"), LocalEvaluator::new).decisions().stream()
            .filter(d -> d.fields().containsKey("left_out"))
            .toList();
    assertEquals(1, leftOut.size());
    assertEquals("autoreg", leftOut.get(0).fields().get("detector_type"));
    assertTrue(leftOut.get(0).message().contains("smoothing"));
  }

  @Test
  void orderAndBatchesOfEvaluationChangeNothing() {
    for (String name : List.of("gaps", "level shift", "counted incidents")) {
      SearchCase searched = SearchCase.named(name);
      assertEquals(search(searched, LocalEvaluator::new), search(searched, ShuffledEvaluator::new));
    }
  }

  @Test
  void candidatesThatBreakDoNotEndTheSearch() {
    TuningResult result = search(SearchCase.named("drift"), WithoutIqr::new);
    assertTrue(result.decisions().stream().anyMatch(d -> d.fields().containsValue("broken")));
    assertEquals("zscore", result.detectorType());
  }

  private static TuningResult search(
      SearchCase searched, Function<Evidence, CandidateEvaluator> evaluators) {
    return new DetectorSearch(evaluators).search(searched.input(), new DecisionLog());
  }

  private static List<Evaluation> candidates(
      SearchCase searched, Function<Evidence, CandidateEvaluator> evaluators) {
    SearchSpace space = SearchSpace.of(searched.input());
    DecisionLog log = new DecisionLog();
    CandidateLedger ledger =
        new CandidateLedger(space.factory(), evaluators.apply(space.evidence()), log);
    new CoordinateSearch(space, ledger, log).find();
    return ledger.scored();
  }

  /** Scores each candidate on its own, in random order, with nothing kept from the last. */
  private record ShuffledEvaluator(Evidence evidence) implements CandidateEvaluator {
    @Override
    public List<Evaluation> evaluate(List<Candidate> candidates) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < candidates.size(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, new Random(candidates.size()));
      Evaluation[] evaluations = new Evaluation[order.size()];
      for (int i : order) {
        List<Candidate> alone = List.of(candidates.get(i));
        evaluations[i] = new LocalEvaluator(evidence).evaluate(alone).get(0);
      }
      return List.of(evaluations);
    }
  }

  private record WithoutIqr(LocalEvaluator others) implements CandidateEvaluator {
    WithoutIqr(Evidence evidence) {
      this(new LocalEvaluator(evidence));
    }

    @Override
    public List<Evaluation> evaluate(List<Candidate> candidates) {
      return others.evaluate(candidates).stream()
          .map(
              e ->
                  e.candidate().type() == TunableType.IQR
                      ? Evaluation.failed(e.candidate(), "broken")
                      : e)
          .toList();
    }
  }
}

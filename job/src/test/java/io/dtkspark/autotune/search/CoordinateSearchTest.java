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
import io.dtkspark.error.DtkException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoordinateSearchTest {

  static Stream<SearchCase> succeeding() {
    return cases().filter(c -> !c.expected().has("fails"));
  }

  static Stream<SearchCase> failing() {
    return cases().filter(c -> c.expected().has("fails"));
  }

  private static Stream<SearchCase> cases() {
    return Golden.read("searches.json", "searches").map(SearchCase::new);
  }

  @ParameterizedTest
  @MethodSource("succeeding")
  void answerIsThatOfTheOriginal(SearchCase searched) {
    JsonNode expected = searched.expected();
    SearchResult result = search(searched, new DecisionLog(), LocalEvaluator::new);
    Candidate winner = result.winner().candidate();
    assertEquals(expected.get("id").asText(), winner.detectorId());
    assertEquals(expected.get("type").asText(), winner.type().key());
    assertSame(Golden.map(expected.get("params")), winner.setParams(), "params");
    assertEquals(
        new ArrayList<>(Golden.map(expected.get("params")).keySet()),
        new ArrayList<>(winner.setParams().keySet()));
    assertClose(expected.get("score").asDouble(), result.winner().score(), "score");
    assertClose(expected.get("penalty").asDouble(), result.winner().scores().penalty(), "penalty");
    double[] folds = Golden.numbers(expected.get("folds"));
    assertArrayEquals(folds, result.winner().scores().perFold(), 1e-6);
    List<?> seasonality = (List<?>) Golden.value(expected.get("seasonality"));
    assertEquals(seasonality == null ? List.of() : seasonality, result.seasonality());
  }

  @ParameterizedTest
  @MethodSource("succeeding")
  void everyCandidateIsTriedInOrderAndScoresTheSame(SearchCase searched) {
    List<Evaluation> candidates =
        search(searched, new DecisionLog(), LocalEvaluator::new).candidates();
    JsonNode expected = searched.expected().get("candidates");
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).get(0).asText(), candidates.get(i).candidate().detectorId());
      String which = candidates.get(i).candidate().params().toString();
      assertClose(expected.get(i).get(1).asDouble(), candidates.get(i).score(), which);
    }
    assertEquals(expected.size(), candidates.size());
  }

  @ParameterizedTest
  @MethodSource("succeeding")
  void decisionsAndVotesAreThoseOfTheOriginal(SearchCase searched) {
    DecisionLog log = new DecisionLog();
    SearchResult result = search(searched, log, LocalEvaluator::new);
    List<Object> decisions = new ArrayList<>();
    for (Decision decision : log.decisions()) {
      if (!decision.fields().containsKey("left_out")) {
        decisions.add(List.of(decision.stage().key(), decision.fields()));
      }
    }
    assertSame(Golden.value(searched.expected().get("log")), decisions, "log");
    List<Object> votes = new ArrayList<>();
    for (GroupVote vote : result.votes()) {
      votes.add(
          List.of(
              vote.group(),
              vote.ranking().stream().map(s -> List.of(s.type().key(), s.score())).toList()));
    }
    assertSame(Golden.value(searched.expected().get("votes")), votes, "votes");
  }

  @ParameterizedTest
  @MethodSource("succeeding")
  void alertRuleIsThatOfTheOriginal(SearchCase searched) {
    AlertRule rule =
        search(searched, new DecisionLog(), LocalEvaluator::new).alertRule().orElse(null);
    JsonNode expected = searched.expected();
    assertEquals(expected.get("consecutive").isNull(), rule == null);
    if (rule != null) {
      assertEquals(expected.get("consecutive").asInt(), rule.consecutiveAnomalies());
      String window =
          rule.fraction()
              .map(f -> f.windowPoints() * searched.series().intervalSeconds() + "s")
              .orElse(null);
      assertEquals(Golden.value(expected.get("anomaly_window")), window);
      assertEquals(
          Golden.value(expected.get("min_anomaly_share")),
          rule.fraction().map(AlertRule.Fraction::minShare).orElse(null));
    }
  }

  @ParameterizedTest
  @MethodSource("failing")
  void whatTheOriginalCannotTuneFailsWithAMessage(SearchCase searched) {
    assertThrows(
        DtkException.class, () -> search(searched, new DecisionLog(), LocalEvaluator::new));
  }

  @Test
  void impossibleCandidatesAreLoggedOncePerTypeAndReason() {
    SearchCase searched =
        succeeding().filter(c -> c.name().equals("pinned")).findFirst().orElseThrow();
    DecisionLog log = new DecisionLog();
    search(searched, log, LocalEvaluator::new);
    List<Decision> leftOut =
        log.decisions().stream().filter(d -> d.fields().containsKey("left_out")).toList();
    assertEquals(1, leftOut.size());
    assertEquals("autoreg", leftOut.get(0).fields().get("detector_type"));
    assertTrue(leftOut.get(0).message().contains("smoothing"));
  }

  @ParameterizedTest
  @MethodSource("succeeding")
  void orderAndBatchesOfEvaluationChangeNothing(SearchCase searched) {
    SearchResult expected = search(searched, new DecisionLog(), LocalEvaluator::new);
    SearchResult shuffled = search(searched, new DecisionLog(), ShuffledEvaluator::new);
    assertEquals(
        expected.winner().candidate().detectorId(), shuffled.winner().candidate().detectorId());
    for (int i = 0; i < expected.candidates().size(); i++) {
      assertEquals(expected.candidates().get(i).score(), shuffled.candidates().get(i).score());
    }
  }

  @Test
  void candidateThatBreaksDoesNotEndTheSearch() {
    SearchCase searched = cases().findFirst().orElseThrow();
    DecisionLog log = new DecisionLog();
    SearchResult result = search(searched, log, evidence -> new Failing(evidence));
    assertTrue(result.candidates().stream().noneMatch(e -> isIqr(e.candidate())));
    assertTrue(log.decisions().stream().anyMatch(d -> "broken".equals(d.fields().get("left_out"))));
  }

  private static boolean isIqr(Candidate candidate) {
    return candidate.type() == TunableType.IQR;
  }

  private static SearchResult search(
      SearchCase searched, DecisionLog log, Function<Evidence, CandidateEvaluator> evaluator) {
    return new CoordinateSearch(searched.series(), searched.truth(), searched.settings(), log)
        .search(evaluator);
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

  private record Failing(LocalEvaluator others) implements CandidateEvaluator {
    Failing(Evidence evidence) {
      this(new LocalEvaluator(evidence));
    }

    @Override
    public List<Evaluation> evaluate(List<Candidate> candidates) {
      return others.evaluate(candidates).stream()
          .map(e -> isIqr(e.candidate()) ? Evaluation.failed(e.candidate(), "broken") : e)
          .toList();
    }
  }
}

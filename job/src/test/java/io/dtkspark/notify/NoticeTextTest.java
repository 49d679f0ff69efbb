package io.dtkspark.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dtkspark.config.AlertMessage;
import io.dtkspark.config.python.PythonRepr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NoticeTextTest {

  /** Sentences and labels, which are our own; the rest is data. */
  private static final Set<String> WORDING =
      Set.of(
          "anomaly_lead",
          "recovery_lead",
          "window_line",
          "help_label",
          "help_line",
          "synonyms_line",
          "data_delay_line");

  @Test
  void variablesHaveTheNamesAndValuesOfTheOriginal() {
    NoticeGolden.ROOT
        .get("variables")
        .fields()
        .forEachRemaining(
            recorded -> {
              Map<String, Object> ours = variables(recorded.getKey());
              assertEquals(names(recorded.getValue()), new TreeSet<>(ours.keySet()));
              recorded
                  .getValue()
                  .fields()
                  .forEachRemaining(
                      variable -> {
                        Object value = ours.get(variable.getKey());
                        if (!WORDING.contains(variable.getKey())) {
                          String where = recorded.getKey() + ": " + variable.getKey();
                          assertEquals(shown(variable.getValue()), PythonRepr.of(value), where);
                        } else if (variable.getValue().asText().isEmpty()) {
                          assertEquals("", value, variable.getKey());
                        } else {
                          assertFalse(value.toString().isBlank(), variable.getKey());
                        }
                      });
            });
  }

  @Test
  void templatesAreFormattedAsPythonDoes() {
    for (JsonNode recorded : NoticeGolden.ROOT.get("formatted")) {
      String template = recorded.get("template").asText();
      Optional<String> text =
          Template.fill(
              template, variables(recorded.get("notice").asText()), UnaryOperator.identity());
      Optional<String> expected = Optional.ofNullable(recorded.get("text").textValue());
      assertEquals(expected, text, template);
    }
  }

  @Test
  void durationsAndIntervalsAreShownAsInTheOriginal() {
    NoticeGolden.ROOT
        .get("durations")
        .fields()
        .forEachRemaining(
            d -> assertEquals(d.getValue().asText(), Spans.duration(Long.parseLong(d.getKey()))));
    NoticeGolden.ROOT
        .get("intervals")
        .fields()
        .forEachRemaining(
            i -> assertEquals(i.getValue().asText(), Spans.interval(Long.parseLong(i.getKey()))));
  }

  @Test
  void leadsTellHowLongItHasBeenGoingOn() {
    assertEquals("Out of its range for 1h 10m: 7 intervals of 10min in a row.", lead("anomaly"));
    assertEquals(
        "Out of its range for over 62d 12h: 1000+ intervals of 90min in a row.",
        lead("endless anomaly"));
    assertEquals("Out of its range for 1m: 1 interval of 90s.", lead("single point"));
    assertEquals(
        "7 of the last 20 points were out of range: 35% of 3h 20m, where 35% is the limit.",
        lead("share"));
    assertEquals(
        "The metric is back in its range. It was out for 1h 10m: 7 intervals of 10min in a row.",
        lead("recovery"));
    assertEquals("The metric is back in its range.", lead("recovery without incident"));
  }

  @Test
  void anUnknownZoneFallsBackToUtc() {
    assertEquals("1970-01-01 00:00:00 (UTC)", Spans.time(0, Optional.of("Mars/Olympus")));
    assertEquals("1970-01-01 09:00:00 (Asia/Tokyo)", Spans.time(0, Optional.of("Asia/Tokyo")));
    assertEquals("1970-01-01 00:00:00", Spans.time(0, Optional.empty()));
  }

  @Test
  void eitherAnomalyTemplateStandsInForTheOther() {
    AlertMessage.Templates both =
        new AlertMessage.Templates(
            Optional.of("one"), Optional.of("more"), Optional.empty(), Optional.empty());
    assertEquals(Optional.of("one"), both.forAnomaly(1));
    assertEquals(Optional.of("more"), both.forAnomaly(2));
  }

  @Test
  void plainTextTellsEveryFact() {
    String body =
        PlainText.body(text("anomaly with everything"), Optional.of("{oops}"), "@ann @here");
    for (String part :
        List.of(
            "Orders per minute",
            "Value: 1234.5",
            "Expected: [3.14, 100.00]",
            "4.12",
            "288",
            "https://run/book",
            "https://help/me",
            "\n@ann @here")) {
      assertTrue(body.contains(part), part + " in " + body);
    }
  }

  private static String lead(String notice) {
    return text(notice).lead();
  }

  private static NoticeText text(String notice) {
    return new NoticeText(NoticeGolden.notice(notice));
  }

  private static Map<String, Object> variables(String notice) {
    NoticeText text = text(notice);
    String mentions =
        text.notice().subject().mentions().stream()
            .map(name -> "@" + name)
            .collect(Collectors.joining(" "));
    return Variables.of(text, mentions);
  }

  private static Set<String> names(JsonNode variables) {
    Set<String> names = new TreeSet<>();
    variables.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String shown(JsonNode value) {
    if (value.isTextual()) {
      return PythonRepr.of(value.asText());
    }
    if (value.isBoolean()) {
      return PythonRepr.of(value.asBoolean());
    }
    return value.isNull()
        ? "None"
        : PythonRepr.of(value.isDouble() ? (Object) value.asDouble() : value.asLong());
  }
}

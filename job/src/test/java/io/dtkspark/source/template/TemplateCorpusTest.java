package io.dtkspark.source.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Renders what the scripts beside the recordings recorded with the real Jinja2. */
class TemplateCorpusTest {

  private static final Map<String, Object> VARIABLES =
      Map.of(
          "dtk_start_time", "2024-01-02 03:04:05",
          "dtk_end_time", "2024-01-03 00:00:00",
          "interval_seconds", 3600L);

  @TestFactory
  Stream<DynamicTest> templatesRenderAsInJinja() throws IOException {
    List<Map<String, String>> corpus = corpus("templates.jsonl");
    assertTrue(corpus.size() > 200, "the recording is there");
    return corpus.stream()
        .map(
            entry ->
                DynamicTest.dynamicTest("<" + entry.get("template") + ">", () -> check(entry)));
  }

  @Test
  void randomTemplatesRenderAsInJinja() throws IOException {
    List<Map<String, String>> corpus = corpus("random_templates.jsonl");
    assertTrue(corpus.size() > 1000, "the recording is there");
    corpus.forEach(TemplateCorpusTest::check);
  }

  private static void check(Map<String, String> entry) {
    String template = entry.get("template");
    if (entry.containsKey("text")) {
      assertEquals(entry.get("text"), Template.parse(template).render(VARIABLES), template);
    } else {
      assertThrows(
          TemplateException.class, () -> Template.parse(template).render(VARIABLES), template);
    }
  }

  private static List<Map<String, String>> corpus(String file) throws IOException {
    List<Map<String, String>> entries = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                TemplateCorpusTest.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        entries.add(entry(line));
      }
    }
    return entries;
  }

  private static Map<String, String> entry(String line) throws IOException {
    Map<String, String> entry = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        json.nextToken();
        entry.put(key, json.getText());
      }
    }
    return entry;
  }
}
